"""Hosted number orders."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import PreviewResource
from .models import Capabilities
from .types import Status, VerificationType


class HostedNumbersHostedNumberOrderParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = UNSET
    unique_name: str = UNSET
    cc_emails: list[str] = UNSET
    email: str = UNSET
    verification_type: VerificationType = UNSET
    verification_document_sid: str = UNSET


class HostedNumbersHostedNumberOrder(PreviewResource, uri="/HostedNumberOrders/{sid}"):
    """client.preview.hosted_numbers.hosted_number_orders"""

    sid: str = field(prefix="HR")
    account_sid: str
    incoming_phone_number_sid: str | None
    address_sid: str | None
    signing_document_sid: str | None
    phone_number: str | None
    capabilities: Capabilities | None
    friendly_name: str | None
    unique_name: str | None
    status: Status
    failure_reason: str | None
    date_created: datetime
    date_updated: datetime | None
    verification_attempts: int
    email: str | None
    cc_emails: list[str] | None
    url: str
    verification_type: VerificationType
    verification_document_sid: str | None
    extension: str | None
    call_delay: int
    verification_code: str | None
    verification_call_sids: list[str] | None

    class Create(HostedNumbersHostedNumberOrderParameters):
        phone_number: str
        sms_capability: bool
        account_sid: str = UNSET
        sms_url: str = UNSET
        sms_method: CallbackMethod = UNSET
        sms_fallback_url: str = UNSET
        sms_fallback_method: CallbackMethod = UNSET
        status_callback_url: str = UNSET
        status_callback_method: CallbackMethod = UNSET
        sms_application_sid: str = UNSET
        address_sid: str = UNSET

    class Update(HostedNumbersHostedNumberOrderParameters):
        status: Status = UNSET
        verification_code: str = UNSET
        extension: str = UNSET
        call_delay: int = UNSET

    class List(Paging):
        status: Status = UNSET
        phone_number: str = UNSET
        incoming_phone_number_sid: str = UNSET
        friendly_name: str = UNSET
        unique_name: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
