"""Short codes of accounts."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import ApiResource


class ShortCode(ApiResource, uri="/Accounts/{account_sid}/SMS/ShortCodes/{sid}.json"):
    """client.api.v2010.accounts(…).short_codes"""

    account_sid: str
    api_version: str | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    short_code: str | None
    sid: str = field(prefix="SC")
    sms_fallback_method: CallbackMethod | None
    sms_fallback_url: str | None
    sms_method: CallbackMethod | None
    sms_url: str | None
    uri: str

    class Update(Params):
        friendly_name: str = UNSET
        api_version: str = UNSET
        sms_url: str = UNSET
        sms_method: CallbackMethod = UNSET
        sms_fallback_url: str = UNSET
        sms_fallback_method: CallbackMethod = UNSET

    class List(Paging, items="short_codes"):
        friendly_name: str = UNSET
        short_code: str = UNSET

    class Fetch(Params): ...
