from __future__ import annotations

from restmap import NoKey, Params, param

from .base import MemoryResource
from .models import Identifier


class ProfilesLookup(MemoryResource, uri="/Stores/{store_id}/Profiles/Lookup"):
    """memory.v1.lookup."""

    normalized_value: str
    profiles: list[str]
    store_id: str

    class Key(NoKey): ...

    class Create(Params):
        identifier: Identifier = param(location="body")
