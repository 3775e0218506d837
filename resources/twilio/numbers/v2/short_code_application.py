"""Applications."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, field, param

from ...other_pages import HasNextPage
from .base import NumbersResource

ShortCodeApplicationSmsCampaignDetailsCampaignFrequency = Literal[
    "ONE_MESSAGE_PER_SIGNUP",
    "LIMITED_NUMBER_OF_MESSAGES_PER_SIGNUP",
    "LIMITED_NUMBER_OF_MESSAGES_AT_RECURRING_INTERVALS",
    "VARIABLE_NUMBER_OF_MESSAGES_AT_UNPREDICTABLE_INTERVALS",
    "LIMITED_NUMBER_OF_MESSAGES_IN_RESPONSE_TO_KEYWORDS",
]
ShortCodeApplicationSmsCampaignDetailsScUseCaseCategory = Literal[
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
ShortCodeApplicationUserSignUpSignUpOption = Literal[
    "ONLINE_WEB_FORM",
    "IVR",
    "VERBALLY",
    "MOBILE_APP_OR_DIGITAL_KIOSK",
    "PAPER_FORM",
    "SHORTCODE_KEYWORD",
    "OTHER_FORM",
]
State = Literal[
    "DRAFT",
    "TWILIO_REVIEW",
    "PENDING_PAYMENT",
    "PAYMENT_FAILED",
    "IN_PROVISIONING",
    "PENDING_CARRIER",
    "APPROVED",
    "CORRECTIONS_NEEDED",
    "CANCELED",
    "ARCHIVED",
]


class ShortCodeApplicationSetup(Model):
    request_type: Literal["NEW", "MIGRATION", "LEASE"] | None = None
    traffic_type: Literal["TRANSACTIONAL", "PROMOTIONAL", "BOTH"] | None = None
    lease_type: Literal["RANDOM", "VANITY", "SELF_LEASED"] | None = None
    payment_frequency: Literal["QUARTERLY", "YEARLY"] | None = None
    short_code_preference: str | None = None
    mms_enabled: bool | None = None
    free_to_end_user: bool | None = None
    charges_apply: bool | None = None
    current_provider: str | None = None
    migrated_mms_enabled: bool | None = None
    migrated_live_traffic: bool | None = None


class ShortCodeApplicationBusinessInformation(Model):
    managing_company_profile: str | None = None
    customer_facing_profile: str | None = None
    business_website: str | None = None
    ein_managing_company_profile: str | None = None
    ein_customer_facing_profile: str | None = None


class ShortCodeApplicationUserSignUp(Model):
    sign_up_options: list[ShortCodeApplicationUserSignUpSignUpOption] | None = None
    double_opt_in_process: bool | None = None
    double_opt_in_message: str | None = None
    sign_up_confirmation_message: str | None = None
    double_opt_in_response_message: str | None = None
    online_web_form_message: str | None = None
    keyword_message: str | None = None
    ivr_message: str | None = None
    other_form_message: str | None = None


class ShortCodeApplicationComplianceKeywords(Model):
    help: str | None = None
    stop: str | None = None
    info: str | None = None
    aide: str | None = None
    arret: str | None = None
    opt_out_filtering: bool | None = None


class ShortCodeApplicationContentExamples(Model):
    examples: list[str] | None = None


class ShortCodeApplicationSmsCampaignDetails(Model):
    campaign_name: str | None = None
    campaign_brand_website: str | None = None
    customer_care_channel: Literal["TOLL_FREE_NUMBER", "EMAIL"] | None = None
    customer_care_value: str | None = None
    campaign_frequency: list[ShortCodeApplicationSmsCampaignDetailsCampaignFrequency] | None = None
    sc_use_case_categories: list[ShortCodeApplicationSmsCampaignDetailsScUseCaseCategory] | None = (
        None
    )
    sms_terms_of_service_url: str | None = None
    sms_privacy_policy_url: str | None = None
    monthly_outbound_volume_expected: str | None = None
    monthly_inbound_volume_expected: str | None = None
    avg_monthly_messages_sent_to_each_subscriber: str | None = None
    avg_monthly_messages_received_from_subscribers: str | None = None
    estimated_total_subscribers: str | None = None
    duration_of_the_campaign: str | None = None
    planned_traffic_spikes: str | None = None
    spike_details: str | None = None
    expected_traffic_start_date: str | None = None


class ShortCodeApplicationBusinessInformationInput(Model):
    customer_facing_profile: str


class ShortCodeApplicationSetupInput(Model):
    charges_apply: bool


class ShortCodeApplication(NumbersResource, uri="/ShortCodes/Applications/{sid}"):
    """client.numbers.v2.applications"""

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
    setup: ShortCodeApplicationSetup
    business_information: ShortCodeApplicationBusinessInformation
    user_sign_up: ShortCodeApplicationUserSignUp
    compliance_keywords: ShortCodeApplicationComplianceKeywords
    content_examples: ShortCodeApplicationContentExamples
    sms_campaign_details: ShortCodeApplicationSmsCampaignDetails
    date_created: datetime
    date_updated: datetime
    created_by: str
    updated_by: str

    class Create(Params, body="json"):
        friendly_name: str = param(name="friendly_name", default=...)
        iso_country: str = param(name="iso_country", default=...)
        business_information: ShortCodeApplicationBusinessInformationInput = param(
            name="business_information", default=...
        )
        setup: ShortCodeApplicationSetupInput = param(name="setup", default=...)
        create_short_code_application_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging, page=HasNextPage("results", max_page_size=50)):
        account_sid: str = UNSET
        iso_country: str = UNSET
        status: str = UNSET
        friendly_name: str = UNSET
        sid: str = UNSET

    class Fetch(Params): ...
