"""Hosted number orders."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Model, Params, field

from ...types import CallbackMethod
from .base import NumbersResource

HostedNumberOrderEnumStatus = Literal[
    "twilio-processing",
    "received",
    "pending-verification",
    "verified",
    "pending-loa",
    "carrier-processing",
    "testing",
    "completed",
    "failed",
    "action-required",
]
HostedNumberOrderEnumVerificationType = Literal["phone-call", "phone-bill"]


class HostedNumbersHostedNumberOrderCapabilities(Model):
    mms: bool | None = None
    sms: bool | None = None
    voice: bool | None = None


class HostedNumbersHostedNumberOrder(NumbersResource, uri="/HostedNumbers/HostedNumberOrders"):
    """client.numbers.v3.hosted_number_orders"""

    sid: str = field(prefix="HR")
    account_sid: str | None
    incoming_phone_number_sid: str | None
    address_sid: str | None
    signing_document_sid: str | None
    phone_number: str | None
    capabilities: HostedNumbersHostedNumberOrderCapabilities | None
    friendly_name: str | None
    unique_name: str | None
    status: HostedNumberOrderEnumStatus | None
    failure_reason: str | None
    date_created: datetime | None
    date_updated: datetime | None
    verification_attempts: int
    email: str | None
    cc_emails: list[str] | None
    url: str
    verification_type: HostedNumberOrderEnumVerificationType | None
    verification_document_sid: str | None
    extension: str | None
    call_delay: int
    verification_code: str | None
    verification_call_sids: list[str] | None

    class Create(Params):
        phone_number: str
        sms_capability: bool
        account_sid: str = UNSET
        friendly_name: str = UNSET
        unique_name: str = UNSET
        cc_emails: list[str] = UNSET
        sms_url: str = UNSET
        sms_method: CallbackMethod = UNSET
        sms_fallback_url: str = UNSET
        sms_fallback_method: CallbackMethod = UNSET
        status_callback_url: str = UNSET
        status_callback_method: CallbackMethod = UNSET
        sms_application_sid: str = UNSET
        address_sid: str = UNSET
        email: str = UNSET
        verification_type: HostedNumberOrderEnumVerificationType = UNSET
        verification_document_sid: str = UNSET
