"""Conversation summaries."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Paging, Params, action, param

from .base import MemoryResource
from .types import ContentEncoding


class SummaryCore(Model):
    content: str
    occurred_at: datetime
    conversation_id: str
    source: str = UNSET


class ProfileConversationSummary(
    MemoryResource, uri="/Stores/{store_id}/Profiles/{profile_id}/ConversationSummaries/{id}"
):
    """client.memory.v1.conversation_summaries"""

    source: str | None
    content: str | None
    occurred_at: datetime | None
    conversation_id: str | None
    id: str
    created_at: datetime | None
    updated_at: datetime | None
    message: str | None
    store_id: str
    profile_id: str

    class Create(Params):
        summaries: list[SummaryCore] = param(default=...)
        accept_encoding: str = param(location="header", default=UNSET)
        content_encoding: ContentEncoding = param(location="header", default=UNSET)
        create_summaries_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, items="summaries"):
        conversation_id: str = UNSET
        accept_encoding: str = param(location="header", default=UNSET)

    class Patch(Params, method="PATCH"):
        source: str = UNSET
        content: str = UNSET
        occurred_at: datetime = UNSET
        conversation_id: str = UNSET
        summary_core_patch: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
