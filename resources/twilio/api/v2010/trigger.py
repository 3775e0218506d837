"""Usage triggers of accounts."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import ApiResource

Recurring = Literal["daily", "monthly", "yearly", "alltime"]
TriggerField = Literal["count", "usage", "price"]


class Trigger(ApiResource, uri="/Accounts/{account_sid}/Usage/Triggers/{sid}.json"):
    """client.api.v2010.accounts(…).usage.triggers"""

    account_sid: str
    api_version: str | None
    callback_method: CallbackMethod | None
    callback_url: str | None
    current_value: str | None
    date_created: datetime
    date_fired: datetime | None
    date_updated: datetime | None
    friendly_name: str | None
    recurring: Recurring
    sid: str = field(prefix="UT")
    trigger_by: TriggerField
    trigger_value: str | None
    uri: str
    usage_category: str | None
    usage_record_uri: str | None

    class Create(Params):
        callback_url: str
        trigger_value: str
        usage_category: str
        callback_method: CallbackMethod = UNSET
        friendly_name: str = UNSET
        recurring: Recurring = UNSET
        trigger_by: TriggerField = UNSET

    class Update(Params):
        callback_method: CallbackMethod = UNSET
        callback_url: str = UNSET
        friendly_name: str = UNSET

    class List(Paging, items="usage_triggers"):
        recurring: Recurring = UNSET
        trigger_by: TriggerField = UNSET
        usage_category: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
