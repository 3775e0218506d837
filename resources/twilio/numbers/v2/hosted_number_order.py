"""Hosted number orders:
https://www.twilio.com/docs/phone-numbers/hosted-numbers/hosted-numbers-api/hosted-number-
order-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import NumbersResource
from .models import Capabilities

Status = Literal[
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
VerificationType = Literal["phone-call"]


class HostedNumberOrder(NumbersResource, uri="/HostedNumber/Orders/{sid}"):
    """client.numbers.v2.hosted_number_orders"""

    sid: str = field(prefix="HR")
    account_sid: str
    incoming_phone_number_sid: str | None
    address_sid: str | None
    signing_document_sid: str | None
    phone_number: str | None
    capabilities: Capabilities | None
    friendly_name: str | None
    status: Status
    failure_reason: str | None
    date_created: datetime
    date_updated: datetime | None
    email: str | None
    cc_emails: list[str] | None
    url: str
    contact_title: str | None
    contact_phone_number: str | None
    bulk_hosting_request_sid: str | None
    next_step: str | None
    verification_attempts: int
    verification_call_sids: list[str] | None
    verification_call_delay: int
    verification_call_extension: str | None
    verification_code: str | None
    verification_type: VerificationType

    class Create(Params):
        phone_number: str
        contact_phone_number: str
        address_sid: str
        email: str
        account_sid: str = UNSET
        friendly_name: str = UNSET
        cc_emails: list[str] = UNSET
        sms_url: str = UNSET
        sms_method: CallbackMethod = UNSET
        sms_fallback_url: str = UNSET
        sms_capability: bool = UNSET
        sms_fallback_method: CallbackMethod = UNSET
        status_callback_url: str = UNSET
        status_callback_method: CallbackMethod = UNSET
        sms_application_sid: str = UNSET
        contact_title: str = UNSET

    class Update(Params):
        status: Status
        verification_call_delay: int = UNSET
        verification_call_extension: str = UNSET

    class List(Paging):
        status: Status = UNSET
        sms_capability: bool = UNSET
        phone_number: str = UNSET
        incoming_phone_number_sid: str = UNSET
        friendly_name: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
