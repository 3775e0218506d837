"""Bulk."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Model, Params, Resource, as_written, param

from .base import MemoryResource


class ProfileData(Model):
    traits: dict[str, dict[str, Any]] = UNSET


class ProfilesBulk(MemoryResource, uri="/Stores/{store_id}/Profiles/Bulk", field_names=as_written):
    """client.memory.v1.bulk"""

    message: str

    class Key(Resource.Key):
        store_id: str

    class Update(Params, method="PUT"):
        profiles: list[ProfileData] = UNSET
        update_profiles_bulk_request: dict[str, Any] = param(location="body", default=UNSET)
