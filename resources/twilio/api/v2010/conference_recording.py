"""Recordings of conferences: https://www.twilio.com/docs/voice/api/recording"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, param

from .base import ApiResource
from .types import Source

Status = Literal["in-progress", "paused", "stopped", "processing", "completed", "absent"]


class Recording(
    ApiResource, uri="/Accounts/{account_sid}/Conferences/{conference_sid}/Recordings/{sid}.json"
):
    """client.api.v2010.accounts(…).conferences(…).recordings"""

    account_sid: str
    api_version: str | None
    call_sid: str | None
    conference_sid: str
    date_created: datetime
    date_updated: datetime | None
    start_time: datetime | None
    duration: str | None
    sid: str = field(prefix="RE")
    price: str | None
    price_unit: str | None
    status: Status
    channels: int
    source: Source
    error_code: int | None
    encryption_details: Any
    uri: str

    class Update(Params):
        status: Status
        pause_behavior: str = UNSET

    class List(Paging, items="recordings"):
        date_created: date = UNSET
        date_created_before: date = param(name="DateCreated<", default=UNSET)
        date_created_after: date = param(name="DateCreated>", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...
