"""Siprec of calls."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, field

from .base import ApiResource
from .parameters import SiprecAndStream
from .types import Status, UpdateStatus


class Siprec(ApiResource, uri="/Accounts/{account_sid}/Calls/{call_sid}/Siprec/{sid}.json"):
    """client.api.v2010.accounts(…).calls(…).siprec"""

    sid: str = field(prefix="SR")
    account_sid: str
    call_sid: str
    name: str | None
    status: Status
    date_updated: datetime | None
    uri: str

    class Create(SiprecAndStream):
        connector_name: str = UNSET

    class Update(Params):
        status: UpdateStatus
