from __future__ import annotations

from typing import Any

from restmap import Params, camel_case, param

from .base import TrusthubResource


class A2pCampaignRegistration(
    TrusthubResource, uri="/A2PCampaignRegistrations", field_names=camel_case
):
    """trusthub.v1.a2_p_campaign_registrations."""

    id: str | None
    session_id: str | None
    session_token: str | None

    class Create(Params):
        trusthub_v1_a2p_campaign_registration_request: dict[str, Any] = param(location="body")
