"""Incoming phone numbers of accounts."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Collection, Paging, Params, collection, field

from ...types import CallbackMethod
from .assigned_add_on import AssignedAddOn
from .base import ApiResource
from .local import Local
from .mobile import Mobile
from .models import IncomingPhoneNumberCapabilities
from .toll_free import TollFree
from .types import AddressRequirement, EmergencyAddressStatus, EmergencyStatus, VoiceReceiveMode


class IncomingPhoneNumberParameters(Params):
    """The parameters of Create and Update."""

    api_version: str = UNSET
    friendly_name: str = UNSET
    sms_application_sid: str = UNSET
    sms_fallback_method: CallbackMethod = UNSET
    sms_fallback_url: str = UNSET
    sms_method: CallbackMethod = UNSET
    sms_url: str = UNSET
    status_callback: str = UNSET
    status_callback_method: CallbackMethod = UNSET
    voice_application_sid: str = UNSET
    voice_caller_id_lookup: bool = UNSET
    voice_fallback_method: CallbackMethod = UNSET
    voice_fallback_url: str = UNSET
    voice_method: CallbackMethod = UNSET
    voice_url: str = UNSET
    emergency_status: EmergencyStatus = UNSET
    emergency_address_sid: str = UNSET
    trunk_sid: str = UNSET
    identity_sid: str = UNSET
    address_sid: str = UNSET
    voice_receive_mode: VoiceReceiveMode = UNSET
    bundle_sid: str = UNSET


class IncomingPhoneNumber(
    ApiResource, uri="/Accounts/{account_sid}/IncomingPhoneNumbers/{sid}.json"
):
    """client.api.v2010.accounts(…).incoming_phone_numbers"""

    account_sid: str
    address_sid: str | None
    address_requirements: AddressRequirement
    api_version: str | None
    beta: bool | None
    capabilities: IncomingPhoneNumberCapabilities | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    identity_sid: str | None
    phone_number: str | None
    origin: str | None
    sid: str = field(prefix="PN")
    sms_application_sid: str | None
    sms_fallback_method: CallbackMethod | None
    sms_fallback_url: str | None
    sms_method: CallbackMethod | None
    sms_url: str | None
    status_callback: str | None
    status_callback_method: CallbackMethod | None
    trunk_sid: str | None
    uri: str
    voice_receive_mode: VoiceReceiveMode
    voice_application_sid: str | None
    voice_caller_id_lookup: bool | None
    voice_fallback_method: CallbackMethod | None
    voice_fallback_url: str | None
    voice_method: CallbackMethod | None
    voice_url: str | None
    emergency_status: EmergencyStatus
    emergency_address_sid: str | None
    emergency_address_status: EmergencyAddressStatus
    bundle_sid: str | None
    status: str | None
    type: str | None

    class Create(IncomingPhoneNumberParameters):
        phone_number: str = UNSET
        area_code: str = UNSET

    class Update(IncomingPhoneNumberParameters):
        account_sid: str = UNSET

    class List(Paging, items="incoming_phone_numbers"):
        beta: bool = UNSET
        friendly_name: str = UNSET
        phone_number: str = UNSET
        origin: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    assigned_add_ons = collection(AssignedAddOn)


class IncomingPhoneNumbers(Collection[IncomingPhoneNumber]):
    """The collection of incoming phone numbers, with mounts of its own."""

    local = collection(Local)
    mobile = collection(Mobile)
    toll_free = collection(TollFree)
