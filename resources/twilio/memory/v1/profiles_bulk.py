from __future__ import annotations

from restmap import UNSET, Model, Params, Resource, as_written, param

from .base import MemoryResource
from .models import ProfileData


class ProfilesBulkUpdateProfilesBulkRequest(Model):
    profiles: list[ProfileData] = UNSET


class ProfilesBulk(MemoryResource, uri="/Stores/{store_id}/Profiles/Bulk", field_names=as_written):
    """memory.v1.bulk."""

    message: str

    class Key(Resource.Key):
        store_id: str

    class Update(Params, method="PUT"):
        update_profiles_bulk_request: ProfilesBulkUpdateProfilesBulkRequest = param(location="body")
