"""Events of calls."""

from __future__ import annotations

from typing import Any

from restmap import Paging

from .base import ApiResource


class Event(ApiResource, uri="/Accounts/{account_sid}/Calls/{call_sid}/Events.json"):
    """client.api.v2010.accounts(…).calls(…).events"""

    request: Any
    response_: Any
    account_sid: str
    call_sid: str

    class List(Paging, items="events"): ...
