"""A2 p campaign registrations."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, camel_case, param

from .base import TrusthubResource


class A2pCampaignRegistration(
    TrusthubResource,
    uri="/A2PCampaignRegistrations",
    parameter_names=camel_case,
    field_names=camel_case,
):
    """client.trusthub.v1.a2_p_campaign_registrations"""

    id: str | None
    session_id: str | None
    session_token: str | None

    class Create(Params, body="json"):
        a2p_brand_registration_sid: str = param(default=...)
        messaging_service_sid: str = UNSET
        theme_set_id: str = UNSET
        use_case_categories: list[str] = UNSET
        use_case_description: str = UNSET
        use_case_sample_message1: str = UNSET
        use_case_sample_message2: str = UNSET
        use_case_sample_message3: str = UNSET
        use_case_sample_message4: str = UNSET
        use_case_sample_message5: str = UNSET
        use_case_opt_in_types: list[str] = UNSET
        use_case_opt_in_description: str = UNSET
        has_embedded_links: bool = UNSET
        has_embedded_phone: bool = UNSET
        embedded_url_sample: str = UNSET
        direct_lending: bool = UNSET
        age_gated: bool = UNSET
        privacy_policy_url: str = UNSET
        terms_and_conditions_url: str = UNSET
        opt_in_keywords: list[str] = UNSET
        opt_in_message_sample: str = UNSET
        opt_out_keywords: list[str] = UNSET
        opt_out_message_sample: str = UNSET
        help_keywords: list[str] = UNSET
        help_message_sample: str = UNSET
        trusthub_v1_a2p_campaign_registration_request: dict[str, Any] = param(
            location="body", default=UNSET
        )
