"""Tollfree verifications."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field

from .base import MessagingResource

BusinessRegistrationAuthority = Literal[
    "EIN",
    "CBN",
    "CRN",
    "PROVINCIAL_NUMBER",
    "VAT",
    "ACN",
    "ABN",
    "BRN",
    "SIREN",
    "SIRET",
    "NZBN",
    "USt-IdNr",
    "CIF",
    "NIF",
    "CNPJ",
    "UID",
    "NEQ",
    "OTHER",
]
BusinessType = Literal[
    "PRIVATE_PROFIT", "PUBLIC_PROFIT", "SOLE_PROPRIETOR", "NON_PROFIT", "GOVERNMENT"
]
OptInType = Literal[
    "VERBAL",
    "WEB_FORM",
    "PAPER_FORM",
    "VIA_TEXT",
    "MOBILE_QR_CODE",
    "IMPORT",
    "IMPORT_PLEASE_REPLACE",
]
Status = Literal["PENDING_REVIEW", "IN_REVIEW", "TWILIO_APPROVED", "TWILIO_REJECTED"]
UseCaseCategory = Literal[
    "TWO_FACTOR_AUTHENTICATION",
    "ACCOUNT_NOTIFICATIONS",
    "CUSTOMER_CARE",
    "CHARITY_NONPROFIT",
    "DELIVERY_NOTIFICATIONS",
    "FRAUD_ALERT_MESSAGING",
    "EVENTS",
    "HIGHER_EDUCATION",
    "K12",
    "MARKETING",
    "POLLING_AND_VOTING_NON_POLITICAL",
    "POLITICAL_ELECTION_CAMPAIGNS",
    "PUBLIC_SERVICE_ANNOUNCEMENT",
    "SECURITY_ALERT",
]
VettingProvider = Literal["CAMPAIGN_VERIFY"]


class TollfreeVerificationParameters(Params):
    """The parameters of Create and Update."""

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
    business_registration_number: str = UNSET
    business_registration_authority: BusinessRegistrationAuthority = UNSET
    business_registration_country: str = UNSET
    business_type: BusinessType = UNSET
    business_registration_phone_number: str = UNSET
    doing_business_as: str = UNSET
    opt_in_confirmation_message: str = UNSET
    help_message_sample: str = UNSET
    privacy_policy_url: str = UNSET
    terms_and_conditions_url: str = UNSET
    age_gated_content: bool = UNSET
    opt_in_keywords: list[str] = UNSET
    vetting_provider: VettingProvider = UNSET
    vetting_id: str = UNSET


class TollfreeVerification(MessagingResource, uri="/Tollfree/Verifications/{sid}"):
    """client.messaging.v1.tollfree_verifications"""

    sid: str = field(prefix="HH")
    account_sid: str
    customer_profile_sid: str | None
    trust_product_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    regulated_item_sid: str | None
    business_name: str | None
    business_street_address: str | None
    business_street_address2: str | None
    business_city: str | None
    business_state_province_region: str | None
    business_postal_code: str | None
    business_country: str | None
    business_website: str | None
    business_contact_first_name: str | None
    business_contact_last_name: str | None
    business_contact_email: str | None
    business_contact_phone: str | None
    notification_email: str | None
    use_case_categories: list[UseCaseCategory] | None
    use_case_summary: str | None
    production_message_sample: str | None
    opt_in_image_urls: list[str] | None
    opt_in_type: OptInType
    message_volume: str | None
    additional_information: str | None
    tollfree_phone_number_sid: str | None
    tollfree_phone_number: str | None
    status: Status
    url: str
    rejection_reason: str | None
    error_code: int | None
    edit_expiration: datetime | None
    edit_allowed: bool | None
    business_registration_number: str | None
    business_registration_authority: BusinessRegistrationAuthority | None
    business_registration_country: str | None
    business_type: BusinessType | None
    business_registration_phone_number: str | None
    doing_business_as: str | None
    opt_in_confirmation_message: str | None
    help_message_sample: str | None
    privacy_policy_url: str | None
    terms_and_conditions_url: str | None
    age_gated_content: bool | None
    opt_in_keywords: list[str] | None
    rejection_reasons: list[Any] | None
    resource_links: Any
    external_reference_id: str | None
    vetting_id: str | None
    vetting_provider: VettingProvider | None
    vetting_id_expiration: datetime | None

    class Create(TollfreeVerificationParameters):
        business_name: str
        business_website: str
        notification_email: str
        use_case_categories: list[UseCaseCategory]
        use_case_summary: str
        production_message_sample: str
        opt_in_image_urls: list[str]
        opt_in_type: OptInType
        message_volume: str
        tollfree_phone_number_sid: str
        customer_profile_sid: str = UNSET
        external_reference_id: str = UNSET

    class Update(TollfreeVerificationParameters):
        business_name: str = UNSET
        business_website: str = UNSET
        notification_email: str = UNSET
        use_case_categories: list[UseCaseCategory] = UNSET
        use_case_summary: str = UNSET
        production_message_sample: str = UNSET
        opt_in_image_urls: list[str] = UNSET
        opt_in_type: OptInType = UNSET
        message_volume: str = UNSET
        edit_reason: str = UNSET

    class List(Paging):
        tollfree_phone_number_sid: str = UNSET
        status: Status = UNSET
        external_reference_id: str = UNSET
        include_sub_accounts: bool = UNSET
        trust_product_sid: list[str] = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
