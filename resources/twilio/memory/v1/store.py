from __future__ import annotations

from typing import Literal

from restmap import UNSET, Model, Paging, Params, action, param

from ...other_pages import MetaTokenPage
from .base import MemoryResource
from .types import OrderBy

Status = Literal["QUEUED", "PROVISIONING", "ACTIVE", "FAILED"]


class ServiceRequest(Model):
    display_name: str
    description: str = UNSET


class StorePatchStoreRequest(Model):
    display_name: str = UNSET
    description: str = UNSET


class Store(MemoryResource, uri="/ControlPlane/Stores/{id}"):
    """memory.v1.stores."""

    display_name: str | None
    description: str | None
    id: str
    status: Status | None
    intelligence_service_id: str | None
    version: int | None
    message: str | None
    status_url: str | None

    class Create(Params):
        service_request: ServiceRequest = param(location="body")

    class List(Paging, page=MetaTokenPage("stores", id_key="id", max_page_size=100)):
        order_by: OrderBy = UNSET

    class Patch(Params, method="PATCH"):
        if_match: str = param(location="header", default=UNSET)
        patch_store_request: StorePatchStoreRequest = param(location="body", default=UNSET)

    class Fetch(Params): ...
    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
