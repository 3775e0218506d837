"""Sync list items of sync lists."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, json_value, param

from .base import SyncResource
from .types import QueryFromBoundType, QueryResultOrder


class Item(SyncResource, uri="/Services/{service_sid}/Lists/{list_sid}/Items/{index}"):
    """client.sync.v1.services(…).sync_lists(…).sync_list_items"""

    index: int
    account_sid: str
    service_sid: str
    list_sid: str
    url: str
    revision: str | None
    data: Any
    date_expires: datetime | None
    date_created: datetime
    date_updated: datetime | None
    created_by: str | None

    class Create(Params):
        data: Any = param(json_value)
        ttl: int = UNSET
        item_ttl: int = UNSET
        collection_ttl: int = UNSET

    class Update(Params):
        if_match: str = param(location="header", default=UNSET)
        data: Any = param(json_value, default=UNSET)
        ttl: int = UNSET
        item_ttl: int = UNSET
        collection_ttl: int = UNSET

    class List(Paging):
        order: QueryResultOrder = UNSET
        from_: str = UNSET
        bounds: QueryFromBoundType = UNSET

    class Delete(Params):
        if_match: str = param(location="header", default=UNSET)

    class Fetch(Params): ...
