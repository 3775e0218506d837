"""Documents of services."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field, json_value, param

from .base import SyncResource
from .document_permission import Permission


class Document(SyncResource, uri="/Services/{service_sid}/Documents/{sid}"):
    """client.sync.v1.services(…).documents"""

    sid: str = field(prefix="ET")
    unique_name: str | None
    account_sid: str
    service_sid: str
    url: str
    links: dict[str, str] | None
    revision: str | None
    data: Any
    date_expires: datetime | None
    date_created: datetime
    date_updated: datetime | None
    created_by: str | None

    class Create(Params):
        unique_name: str = UNSET
        data: Any = param(json_value, default=UNSET)
        ttl: int = UNSET

    class Update(Params):
        if_match: str = param(location="header", default=UNSET)
        data: Any = param(json_value, default=UNSET)
        ttl: int = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    document_permissions = collection(Permission)
