"""Revisions."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, NoKey, Paging, param

from .base import MemoryResource


class ObservationRevisions(
    MemoryResource,
    uri="/Stores/{store_id}/Profiles/{profile_id}/Observations/{observation_id}/Revisions",
):
    """client.memory.v1.revisions"""

    content: str | None
    occurred_at: datetime | None
    source: str | None
    conversation_ids: list[str] | None
    id: str
    created_at: datetime
    updated_at: datetime
    store_id: str
    profile_id: str
    observation_id: str

    class Key(NoKey): ...

    class List(Paging, items="revisions"):
        accept_encoding: str = param(location="header", default=UNSET)
