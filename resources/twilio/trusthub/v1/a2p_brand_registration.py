"""A2 p brand registrations."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Params, camel_case, param

from .base import TrusthubResource

BrandType = Literal["STANDARD", "SOLE_PROPRIETOR"]


class A2pBrandRegistration(
    TrusthubResource,
    uri="/A2PBrandRegistrations",
    parameter_names=camel_case,
    field_names=camel_case,
):
    """client.trusthub.v1.a2_p_brand_registrations"""

    id: str | None
    session_id: str | None
    session_token: str | None

    class Create(Params, body="json"):
        brand_type: BrandType = param(default=...)
        notification_email: str = param(default=...)
        theme_set_id: str = UNSET
        friendly_name: str = UNSET
        business_name: str = UNSET
        business_registration_authority: str = UNSET
        business_registration_number: str = UNSET
        business_industry: str = UNSET
        business_website: str = UNSET
        business_type: str = UNSET
        business_stock_symbol: str = UNSET
        business_stock_exchange: str = UNSET
        business_tax_exempt_status: str = UNSET
        brand_external_vetting_token: str = UNSET
        business_street_address: str = UNSET
        business_street_address2: str = UNSET
        business_city: str = UNSET
        business_state_province_region: str = UNSET
        business_postal_code: str = UNSET
        business_country: str = UNSET
        business_contact_first_name: str = UNSET
        business_contact_last_name: str = UNSET
        business_contact_email: str = UNSET
        business_contact_phone: str = UNSET
        authorized_contact_verification_email: str = UNSET
        authorized_contact_mobile_phone_number_e164: str = UNSET
        is_test: bool = UNSET
        skip_automatic_sec_vet: bool = UNSET
        trusthub_v1_a2p_brand_registration_request: dict[str, Any] = param(
            location="body", default=UNSET
        )
