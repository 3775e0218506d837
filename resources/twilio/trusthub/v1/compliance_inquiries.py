"""Compliance inquiries."""

from __future__ import annotations

from restmap import UNSET, Params, Resource

from .base import TrusthubResource


class ComplianceInquiries(
    TrusthubResource, uri="/ComplianceInquiries/Customers/{customer_id}/Initialize"
):
    """client.trusthub.v1.compliance_inquiries"""

    inquiry_id: str | None
    inquiry_session_token: str | None
    customer_id: str
    url: str

    class Key(Resource.Key):
        customer_id: str

    class Create(Params, uri="/Initialize"):
        notification_email: str = UNSET
        theme_set_id: str = UNSET
        primary_profile_sid: str = UNSET

    class Update(Params):
        primary_profile_sid: str
        theme_set_id: str = UNSET
