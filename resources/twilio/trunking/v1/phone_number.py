"""Phone numbers of trunks."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Model, Paging, Params, field

from ...types import CallbackMethod
from .base import TrunkingResource

AddressRequirement = Literal["none", "any", "local", "foreign"]


class PhoneNumberCapabilities(Model):
    mms: bool | None = None
    sms: bool | None = None
    voice: bool | None = None
    fax: bool | None = None


class PhoneNumber(TrunkingResource, uri="/Trunks/{trunk_sid}/PhoneNumbers/{sid}"):
    """client.trunking.v1.trunks(…).phone_numbers"""

    account_sid: str
    address_requirements: AddressRequirement
    api_version: str | None
    beta: bool | None
    capabilities: PhoneNumberCapabilities | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    links: dict[str, str] | None
    phone_number: str | None
    sid: str = field(prefix="PN")
    sms_application_sid: str | None
    sms_fallback_method: CallbackMethod | None
    sms_fallback_url: str | None
    sms_method: CallbackMethod | None
    sms_url: str | None
    status_callback: str | None
    status_callback_method: CallbackMethod | None
    trunk_sid: str
    url: str
    voice_application_sid: str | None
    voice_caller_id_lookup: bool | None
    voice_fallback_method: CallbackMethod | None
    voice_fallback_url: str | None
    voice_method: CallbackMethod | None
    voice_url: str | None

    class Create(Params):
        phone_number_sid: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
