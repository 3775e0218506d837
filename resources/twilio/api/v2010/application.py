"""Applications of accounts: https://www.twilio.com/docs/usage/api/applications"""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import ApiResource


class ApplicationParameters(Params):
    """The parameters of Create and Update."""

    api_version: str = UNSET
    voice_url: str = UNSET
    voice_method: CallbackMethod = UNSET
    voice_fallback_url: str = UNSET
    voice_fallback_method: CallbackMethod = UNSET
    status_callback: str = UNSET
    status_callback_method: CallbackMethod = UNSET
    voice_caller_id_lookup: bool = UNSET
    sms_url: str = UNSET
    sms_method: CallbackMethod = UNSET
    sms_fallback_url: str = UNSET
    sms_fallback_method: CallbackMethod = UNSET
    sms_status_callback: str = UNSET
    message_status_callback: str = UNSET
    friendly_name: str = UNSET
    public_application_connect_enabled: bool = UNSET


class Application(ApiResource, uri="/Accounts/{account_sid}/Applications/{sid}.json"):
    """client.api.v2010.accounts(…).applications"""

    account_sid: str
    api_version: str | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    message_status_callback: str | None
    sid: str = field(prefix="AP")
    sms_fallback_method: CallbackMethod | None
    sms_fallback_url: str | None
    sms_method: CallbackMethod | None
    sms_status_callback: str | None
    sms_url: str | None
    status_callback: str | None
    status_callback_method: CallbackMethod | None
    uri: str
    voice_caller_id_lookup: bool | None
    voice_fallback_method: CallbackMethod | None
    voice_fallback_url: str | None
    voice_method: CallbackMethod | None
    voice_url: str | None
    public_application_connect_enabled: bool | None

    class List(Paging, items="applications"):
        friendly_name: str = UNSET

    class Create(ApplicationParameters): ...

    class Update(ApplicationParameters): ...

    class Fetch(Params): ...

    class Delete(Params): ...
