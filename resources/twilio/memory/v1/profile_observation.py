"""Observations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Paging, Params, action, param

from .base import MemoryResource
from .types import ContentEncoding, OrderBy


class ObservationCreateRequest(Model):
    content: str
    occurred_at: datetime
    source: str
    conversation_ids: list[str] = UNSET


class ProfileObservation(
    MemoryResource, uri="/Stores/{store_id}/Profiles/{profile_id}/Observations/{id}"
):
    """client.memory.v1.observations"""

    content: str | None
    occurred_at: datetime | None
    source: str | None
    conversation_ids: list[str] | None
    id: str
    created_at: datetime | None
    updated_at: datetime | None
    message: str | None
    store_id: str
    profile_id: str

    class Create(Params):
        observations: list[ObservationCreateRequest] = param(default=...)
        accept_encoding: str = param(location="header", default=UNSET)
        content_encoding: ContentEncoding = param(location="header", default=UNSET)
        create_observations_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, items="observations"):
        order_by: OrderBy = UNSET
        source: str = UNSET
        created_after: datetime = UNSET
        created_before: datetime = UNSET
        conversation_id: str = UNSET
        accept_encoding: str = param(location="header", default=UNSET)

    class Patch(Params, method="PATCH"):
        content: str = UNSET
        occurred_at: datetime = UNSET
        source: str = UNSET
        conversation_ids: list[str] = UNSET
        observation_base: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
