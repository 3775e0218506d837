"""Members of queues."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params

from ...types import CallbackMethod
from .base import ApiResource


class Member(ApiResource, uri="/Accounts/{account_sid}/Queues/{queue_sid}/Members/{call_sid}.json"):
    """client.api.v2010.accounts(…).queues(…).members"""

    call_sid: str
    date_enqueued: datetime | None
    position: int
    uri: str
    wait_time: int
    queue_sid: str
    account_sid: str

    class Update(Params):
        url: str
        method: CallbackMethod = UNSET

    class List(Paging, items="queue_members"): ...

    class Fetch(Params): ...
