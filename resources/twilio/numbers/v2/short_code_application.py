from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, param

from ...other_pages import HasNextPage
from .base import NumbersResource

State = Literal[
    "DRAFT", "TWILIO_REVIEW", "PENDING_PAYMENT", "PAYMENT_FAILED", "IN_PROVISIONING",
    "PENDING_CARRIER", "APPROVED", "CORRECTIONS_NEEDED", "CANCELED", "ARCHIVED",
]


class ShortCodeApplication(NumbersResource, uri="/ShortCodes/Applications/{sid}"):
    """numbers.v2.applications."""

    sid: str = field(prefix="AP")
    application_requirements_sid: str
    application_requirements_version: int
    account_sid: str
    bundle_sid: str
    reviewer: str
    zendesk_ticket_id: str
    friendly_name: str
    notification_emails: list[str]
    iso_country: str
    state: State
    setup: dict[str, Any]
    business_information: dict[str, Any]
    user_sign_up: dict[str, Any]
    compliance_keywords: dict[str, Any]
    content_examples: dict[str, Any]
    sms_campaign_details: dict[str, Any]
    date_created: datetime
    date_updated: datetime
    created_by: str
    updated_by: str

    class Create(Params):
        create_short_code_application_request: dict[str, Any] = param(location="body")

    class List(Paging, page=HasNextPage("results")):
        account_sid: str = UNSET
        iso_country: str = UNSET
        status: str = UNSET
        friendly_name: str = UNSET
        sid: str = UNSET

    class Fetch(Params): ...
