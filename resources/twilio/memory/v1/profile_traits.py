"""Traits."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Paging

from .base import MemoryResource
from .types import OrderBy


class ProfileTraits(MemoryResource, uri="/Stores/{store_id}/Profiles/{profile_id}/Traits"):
    """client.memory.v1.traits"""

    name: str
    value: Any
    trait_group: str
    timestamp: datetime | None
    store_id: str
    profile_id: str

    class Key(NoKey): ...

    class List(Paging, items="traits"):
        order_by: OrderBy = UNSET
        trait_groups: str = UNSET
