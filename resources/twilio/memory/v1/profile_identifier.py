from __future__ import annotations

from restmap import UNSET, ArrayPage, Model, Paging, Params, action, param

from .base import MemoryResource
from .models import Identifier


class IdentifierUpdate(Model):
    id_type: str
    old_value: str
    new_value: str


class ProfileIdentifier(
    MemoryResource, uri="/Stores/{store_id}/Profiles/{profile_id}/Identifiers/{id_type}"
):
    """memory.v1.identifiers."""

    id_type: str
    values: list[str] | None
    message: str | None
    store_id: str
    profile_id: str

    class Create(Params):
        identifier: Identifier = param(location="body")

    class Delete(Params):
        remove_all: bool = UNSET

    class Patch(Params, method="PATCH"):
        identifier_update: IdentifierUpdate = param(location="body")

    class List(Paging, page=ArrayPage("identifiers")): ...
    class Fetch(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
