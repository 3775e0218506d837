"""Compliance registration inquiries."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, Params, Resource

from .base import TrusthubResource

BusinessIdentityType = Literal["direct_customer", "isv_reseller_or_partner", "unknown"]
BusinessRegistrationAuthority = Literal["UK:CRN", "US:EIN", "CA:CBN", "AU:ACN", "Other"]
EndUserType = Literal["Individual", "Business"]
PhoneNumberType = Literal["local", "national", "mobile", "toll-free"]


class ComplianceRegistrationInquiries(
    TrusthubResource,
    uri="/ComplianceInquiries/Registration/{registration_id}/RegulatoryCompliance/GB/Initialize",
):
    """client.trusthub.v1.compliance_registration_inquiries"""

    inquiry_id: str | None
    inquiry_session_token: str | None
    registration_id: str
    url: str

    class Key(Resource.Key):
        registration_id: str

    class Create(Params, uri="/RegulatoryCompliance/GB/Initialize"):
        end_user_type: EndUserType
        phone_number_type: PhoneNumberType
        business_identity_type: BusinessIdentityType = UNSET
        business_registration_authority: BusinessRegistrationAuthority = UNSET
        business_legal_name: str = UNSET
        notification_email: str = UNSET
        accepted_notification_receipt: bool = UNSET
        business_registration_number: str = UNSET
        business_website_url: str = UNSET
        friendly_name: str = UNSET
        authorized_representative1_first_name: str = UNSET
        authorized_representative1_last_name: str = UNSET
        authorized_representative1_phone: str = UNSET
        authorized_representative1_email: str = UNSET
        authorized_representative1_date_of_birth: str = UNSET
        address_street: str = UNSET
        address_street_secondary: str = UNSET
        address_city: str = UNSET
        address_subdivision: str = UNSET
        address_postal_code: str = UNSET
        address_country_code: str = UNSET
        emergency_address_street: str = UNSET
        emergency_address_street_secondary: str = UNSET
        emergency_address_city: str = UNSET
        emergency_address_subdivision: str = UNSET
        emergency_address_postal_code: str = UNSET
        emergency_address_country_code: str = UNSET
        use_address_as_emergency_address: bool = UNSET
        file_name: str = UNSET
        file: str = UNSET
        first_name: str = UNSET
        last_name: str = UNSET
        date_of_birth: str = UNSET
        individual_email: str = UNSET
        individual_phone: str = UNSET
        is_isv_embed: bool = UNSET
        isv_registering_for_self_or_tenant: str = UNSET
        status_callback_url: str = UNSET
        theme_set_id: str = UNSET

    class Update(Params):
        is_isv_embed: bool = UNSET
        theme_set_id: str = UNSET
