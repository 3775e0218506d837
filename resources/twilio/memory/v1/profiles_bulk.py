from __future__ import annotations

from typing import Any

from restmap import Params, Resource, as_written, param

from .base import MemoryResource


class ProfilesBulk(MemoryResource, uri="/Stores/{store_id}/Profiles/Bulk", field_names=as_written):
    """memory.v1.bulk."""

    message: str

    class Key(Resource.Key):
        store_id: str

    class Update(Params, method="PUT"):
        update_profiles_bulk_request: dict[str, Any] = param(location="body")
