"""Streams of calls."""

from __future__ import annotations

from datetime import datetime

from restmap import Params, field

from .base import ApiResource
from .parameters import SiprecAndStream
from .types import Status, UpdateStatus


class Stream(ApiResource, uri="/Accounts/{account_sid}/Calls/{call_sid}/Streams/{sid}.json"):
    """client.api.v2010.accounts(…).calls(…).streams"""

    sid: str = field(prefix="MZ")
    account_sid: str
    call_sid: str
    name: str | None
    status: Status
    date_updated: datetime | None
    uri: str

    class Create(SiprecAndStream):
        url: str

    class Update(Params):
        status: UpdateStatus
