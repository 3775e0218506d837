"""Profiles."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, action, param

from ...other_pages import MetaTokenPage
from .base import MemoryResource
from .types import OrderBy


class Profile(MemoryResource, uri="/Stores/{store_id}/Profiles/{id}"):
    """client.memory.v1.profiles"""

    id: str
    created_at: datetime | None
    traits: dict[str, dict[str, Any]] | None
    message: str | None
    store_id: str

    class Create(Params):
        traits: dict[str, dict[str, Any]] = UNSET
        profile_data: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, page=MetaTokenPage("profiles", id_key="id")):
        order_by: OrderBy = UNSET

    class Fetch(Params):
        trait_groups: str = UNSET

    class Patch(Params, method="PATCH"):
        traits: dict[str, dict[str, Any]] = UNSET
        profile_patch: dict[str, Any] = param(location="body", default=UNSET)

    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
