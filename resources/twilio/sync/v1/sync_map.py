"""Sync maps of services."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import SyncResource
from .sync_map_item import Item
from .sync_map_permission import Permission


class SyncMap(SyncResource, uri="/Services/{service_sid}/Maps/{sid}"):
    """client.sync.v1.services(…).sync_maps"""

    sid: str = field(prefix="MP")
    unique_name: str | None
    account_sid: str
    service_sid: str
    url: str
    links: dict[str, str] | None
    revision: str | None
    date_expires: datetime | None
    date_created: datetime
    date_updated: datetime | None
    created_by: str | None

    class Create(Params):
        unique_name: str = UNSET
        ttl: int = UNSET
        collection_ttl: int = UNSET

    class Update(Params):
        ttl: int = UNSET
        collection_ttl: int = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    sync_map_items = collection(Item)
    sync_map_permissions = collection(Permission)
