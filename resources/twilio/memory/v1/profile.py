from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Paging, Params, action, param

from ...other_pages import MetaTokenPage
from .base import MemoryResource
from .models import ProfileData
from .types import OrderBy


class ProfilePatch(Model):
    traits: dict[str, dict[str, Any]] = UNSET


class Profile(MemoryResource, uri="/Stores/{store_id}/Profiles/{id}"):
    """memory.v1.profiles."""

    id: str
    created_at: datetime | None
    traits: dict[str, dict[str, Any]] | None
    message: str | None
    store_id: str

    class Create(Params):
        profile_data: ProfileData = param(location="body")

    class List(Paging, page=MetaTokenPage("profiles", id_key="id")):
        order_by: OrderBy = UNSET

    class Fetch(Params):
        trait_groups: str = UNSET

    class Patch(Params, method="PATCH"):
        profile_patch: ProfilePatch = param(location="body")

    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
