"""Queues of accounts."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import ApiResource
from .member import Member


class Queue(ApiResource, uri="/Accounts/{account_sid}/Queues/{sid}.json"):
    """client.api.v2010.accounts(…).queues"""

    date_updated: datetime | None
    current_size: int
    friendly_name: str | None
    uri: str
    account_sid: str
    average_wait_time: int
    sid: str = field(prefix="QU")
    date_created: datetime
    max_size: int

    class Create(Params):
        friendly_name: str
        max_size: int = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        max_size: int = UNSET

    class List(Paging, items="queues"): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    members = collection(Member)
