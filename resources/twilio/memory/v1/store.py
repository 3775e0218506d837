"""Stores."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Paging, Params, action, param

from ...other_pages import MetaTokenPage
from .base import MemoryResource
from .types import OrderBy

Status = Literal["QUEUED", "PROVISIONING", "ACTIVE", "FAILED"]


class Store(MemoryResource, uri="/ControlPlane/Stores/{id}"):
    """client.memory.v1.stores"""

    display_name: str | None
    description: str | None
    id: str
    status: Status | None
    intelligence_service_id: str | None
    version: int | None
    message: str | None
    status_url: str | None

    class Create(Params):
        display_name: str = param(default=...)
        description: str = UNSET
        service_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, page=MetaTokenPage("stores", max_page_size=100, id_key="id")):
        order_by: OrderBy = UNSET

    class Patch(Params, method="PATCH"):
        if_match: str = param(location="header", default=UNSET)
        display_name: str = UNSET
        description: str = UNSET
        patch_store_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
