"""Channels senders."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, field, param

from .base import MessagingResource

MessagingV2RcsCarrierStatus = Literal[
    "UNKNOWN", "UNLAUNCHED", "CARRIER_REVIEW", "APPROVED", "REJECTED", "SUSPENDED"
]
MessagingV2RcsCountryStatus = Literal["ONLINE", "OFFLINE", "TWILIO_REVIEW", "PENDING_VERIFICATION"]
ProfileGenericResponseUseCase = Literal["PROMOTIONAL", "TRANSACTIONAL", "OTP", "MULTI_USE"]
ProfileUseCase = ProfileGenericResponseUseCase
Status = Literal[
    "CREATING",
    "ONLINE",
    "OFFLINE",
    "PENDING_VERIFICATION",
    "VERIFYING",
    "ONLINE:UPDATING",
    "TWILIO_REVIEW",
    "DRAFT",
    "STUBBED",
]


class Configuration(Model):
    waba_id: str | None = None
    verification_method: Literal["sms", "voice"] | None = None
    verification_code: str | None = None
    voice_application_sid: str | None = None
    account_type: Literal["ISV", "ISVSubAccount"] | None = None


class Webhook(Model):
    callback_url: str | None = None
    callback_method: Literal["POST", "PUT"] | None = None
    fallback_url: str | None = None
    fallback_method: Literal["POST", "PUT"] | None = None
    status_callback_url: str | None = None
    status_callback_method: str | None = None


class ProfileGenericResponseWebsite(Model):
    website: str | None = None
    label: str | None = None


class ProfileGenericResponseEmail(Model):
    email: str | None = None
    label: str | None = None


class ProfileGenericResponsePhoneNumber(Model):
    phone_number: str | None = None
    label: str | None = None


class ProfileGenericResponse(Model):
    name: str | None = None
    about: str | None = None
    address: str | None = None
    description: str | None = None
    logo_url: str | None = None
    banner_url: str | None = None
    privacy_url: str | None = None
    terms_of_service_url: str | None = None
    accent_color: str | None = None
    use_case: ProfileGenericResponseUseCase | None = None
    vertical: str | None = None
    websites: list[ProfileGenericResponseWebsite] | None = None
    emails: list[ProfileGenericResponseEmail] | None = None
    phone_numbers: list[ProfileGenericResponsePhoneNumber] | None = None


class Properties(Model):
    quality_rating: str | None = None
    messaging_limit: str | None = None


class Items(Model):
    code: str | None = None
    message: str | None = None
    more_info: str | None = None


class RcsCarrier(Model):
    name: str | None = None
    status: MessagingV2RcsCarrierStatus | None = None


class RcsComplianceCountryResponse(Model):
    country: str
    registration_sid: str | None = None
    status: MessagingV2RcsCountryStatus | None = None
    carriers: list[RcsCarrier] | None = None


class RcsComplianceResponse(Model):
    registration_sid: str
    countries: list[RcsComplianceCountryResponse] | None = None


class Profile(Model):
    name: str | None = None
    about: str | None = None
    address: str | None = None
    description: str | None = None
    logo_url: str | None = None
    banner_url: str | None = None
    privacy_url: str | None = None
    terms_of_service_url: str | None = None
    accent_color: str | None = None
    use_case: ProfileUseCase | None = None
    vertical: str | None = None
    websites: Any = UNSET
    emails: Any = UNSET
    phone_numbers: Any = UNSET


class ChannelsSender(MessagingResource, uri="/Channels/Senders/{sid}"):
    """client.messaging.v2.channels_senders"""

    sid: str = field(prefix="XE")
    status: Status
    sender_id: str | None
    friendly_name: str | None
    configuration: Configuration | None
    webhook: Webhook | None
    profile: ProfileGenericResponse | None
    properties: Properties | None
    offline_reasons: list[Items | None] | None
    compliance: RcsComplianceResponse | None
    url: str | None

    class Create(Params):
        sender_id: str | None = param(default=...)
        friendly_name: str | None = UNSET
        configuration: Configuration | None = UNSET
        webhook: Webhook | None = UNSET
        profile: Profile | None = UNSET
        messaging_v2_channels_sender_requests_create: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params):
        friendly_name: str | None = UNSET
        configuration: Configuration | None = UNSET
        webhook: Webhook | None = UNSET
        profile: Profile | None = UNSET
        messaging_v2_channels_sender_requests_update: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging):
        channel: str = param(name="Channel")

    class Fetch(Params): ...

    class Delete(Params): ...
