"""Sync map items of sync maps."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, json_value, param

from .base import SyncResource
from .types import QueryFromBoundType, QueryResultOrder


class Item(SyncResource, uri="/Services/{service_sid}/Maps/{map_sid}/Items/{key}"):
    """client.sync.v1.services(…).sync_maps(…).sync_map_items"""

    key: str
    account_sid: str
    service_sid: str
    map_sid: str
    url: str
    revision: str | None
    data: Any
    date_expires: datetime | None
    date_created: datetime
    date_updated: datetime | None
    created_by: str | None

    class Create(Params):
        key: str
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
