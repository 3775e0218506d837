from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, action, param

from ...other_pages import MetaTokenPage
from .base import MemoryResource
from .types import OrderBy


class TraitGroup(
    MemoryResource, uri="/ControlPlane/Stores/{store_id}/TraitGroups/{trait_group_name}"
):
    """memory.v1.trait_groups."""

    trait_group: dict[str, Any] | None
    meta: dict[str, Any] | None
    message: str | None
    status_url: str | None
    display_name: str | None
    description: str | None
    traits: dict[str, Any] | None
    version: int | None
    store_id: str
    trait_group_name: str

    class Create(Params):
        trait_group_request: dict[str, Any] = param(location="body")

    class List(Paging, page=MetaTokenPage("traitGroups", max_page_size=100)):
        include_traits: bool = UNSET
        order_by: OrderBy = UNSET

    class Fetch(Params):
        include_traits: bool = UNSET
        page_size: int = UNSET
        page_token: str = UNSET
        order_by: OrderBy = UNSET

    class Patch(Params, method="PATCH"):
        if_match: str = param(location="header", default=UNSET)
        patch_trait_group_request: dict[str, Any] = param(location="body", default=UNSET)

    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
