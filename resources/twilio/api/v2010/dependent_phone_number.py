"""Dependent phone numbers of addresses."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, field

from ...types import CallbackMethod
from .base import ApiResource
from .types import AddressRequirement, EmergencyStatus


class DependentPhoneNumber(
    ApiResource, uri="/Accounts/{account_sid}/Addresses/{address_sid}/DependentPhoneNumbers.json"
):
    """client.api.v2010.accounts(…).addresses(…).dependent_phone_numbers"""

    sid: str = field(prefix="PN")
    account_sid: str
    friendly_name: str | None
    phone_number: str | None
    voice_url: str | None
    voice_method: CallbackMethod | None
    voice_fallback_method: CallbackMethod | None
    voice_fallback_url: str | None
    voice_caller_id_lookup: bool | None
    date_created: datetime
    date_updated: datetime | None
    sms_fallback_method: CallbackMethod | None
    sms_fallback_url: str | None
    sms_method: CallbackMethod | None
    sms_url: str | None
    address_requirements: AddressRequirement
    capabilities: Any
    status_callback: str | None
    status_callback_method: CallbackMethod | None
    api_version: str | None
    sms_application_sid: str | None
    voice_application_sid: str | None
    trunk_sid: str | None
    emergency_status: EmergencyStatus
    emergency_address_sid: str | None
    uri: str
    address_sid: str

    class List(Paging, items="dependent_phone_numbers"): ...
