"""Lookup."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, param

from .base import MemoryResource


class ProfilesLookup(MemoryResource, uri="/Stores/{store_id}/Profiles/Lookup"):
    """client.memory.v1.lookup"""

    normalized_value: str
    profiles: list[str]
    store_id: str

    class Key(NoKey): ...

    class Create(Params):
        id_type: str = param(default=...)
        value: str = param(default=...)
        identifier: dict[str, Any] = param(location="body", default=UNSET)
