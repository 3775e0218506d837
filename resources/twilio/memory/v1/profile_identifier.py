"""Identifiers."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, ArrayPage, Paging, Params, action, param

from .base import MemoryResource


class ProfileIdentifier(
    MemoryResource, uri="/Stores/{store_id}/Profiles/{profile_id}/Identifiers/{id_type}"
):
    """client.memory.v1.identifiers"""

    id_type: str
    values: list[str] | None
    message: str | None
    store_id: str
    profile_id: str

    class Create(Params):
        id_type: str = param(default=...)
        value: str = param(default=...)
        identifier: dict[str, Any] = param(location="body", default=UNSET)

    class Delete(Params):
        remove_all: bool = UNSET

    class Patch(Params, method="PATCH"):
        id_type: str = param(default=...)
        old_value: str = param(default=...)
        new_value: str = param(default=...)
        identifier_update: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, page=ArrayPage("identifiers", absent_if_empty=True)): ...

    class Fetch(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
