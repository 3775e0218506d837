"""Compliance tollfree inquiries."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, Params

from .base import TrusthubResource

BusinessType = Literal[
    "PRIVATE_PROFIT", "PUBLIC_PROFIT", "NON_PROFIT", "SOLE_PROPRIETOR", "GOVERNMENT"
]
OptInType = Literal["VERBAL", "WEB_FORM", "PAPER_FORM", "VIA_TEXT", "MOBILE_QR_CODE"]


class ComplianceTollfreeInquiries(TrusthubResource, uri="/ComplianceInquiries/Tollfree/Initialize"):
    """client.trusthub.v1.compliance_tollfree_inquiries"""

    inquiry_id: str | None
    inquiry_session_token: str | None
    registration_id: str | None
    url: str

    class Create(Params):
        tollfree_phone_number: str
        notification_email: str
        customer_profile_sid: str = UNSET
        business_name: str = UNSET
        business_website: str = UNSET
        use_case_categories: list[str] = UNSET
        use_case_summary: str = UNSET
        production_message_sample: str = UNSET
        opt_in_image_urls: list[str] = UNSET
        opt_in_type: OptInType = UNSET
        message_volume: str = UNSET
        business_street_address: str = UNSET
        business_street_address2: str = UNSET
        business_city: str = UNSET
        business_state_province_region: str = UNSET
        business_postal_code: str = UNSET
        business_country: str = UNSET
        additional_information: str = UNSET
        business_contact_first_name: str = UNSET
        business_contact_last_name: str = UNSET
        business_contact_email: str = UNSET
        business_contact_phone: str = UNSET
        theme_set_id: str = UNSET
        skip_messaging_use_case: bool = UNSET
        business_registration_number: str = UNSET
        business_registration_authority: str = UNSET
        business_registration_country: str = UNSET
        business_type: BusinessType = UNSET
        doing_business_as: str = UNSET
        opt_in_confirmation_message: str = UNSET
        help_message_sample: str = UNSET
        privacy_policy_url: str = UNSET
        terms_and_conditions_url: str = UNSET
        age_gated_content: bool = UNSET
        external_reference_id: str = UNSET
        opt_in_keywords: list[str] = UNSET
        vetting_id: str = UNSET
        vetting_provider: str = UNSET
