from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, action, param

from ...other_pages import MetaTokenPage
from .base import ConversationsResource

ConversationsV2ConversationGroupingType = Literal[
    "GROUP_BY_PROFILE", "GROUP_BY_PARTICIPANT_ADDRESSES",
    "GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE",
]


class Configuration(ConversationsResource, uri="/ControlPlane/Configurations/{id}"):
    """conversations.v2.configurations."""

    id: str
    display_name: str | None
    description: str | None
    conversation_grouping_type: ConversationsV2ConversationGroupingType | None
    memory_store_id: str | None
    channel_settings: dict[str, Any] | None
    status_callbacks: list[dict[str, Any]] | None
    intelligence_configuration_ids: list[str] | None
    memory_extraction_enabled: bool | None
    conversations_v1_bridge: dict[str, Any] | None
    created_at: datetime | None
    updated_at: datetime | None
    version: int | None
    status_url: str | None
    related: dict[str, str] | None

    class Create(Params):
        create_configuration_request: dict[str, Any] = param(location="body")
        idempotency_key: str = param(location="header", default=UNSET)

    class Update(Params, method="PUT"):
        update_configuration_request: dict[str, Any] = param(location="body")
        idempotency_key: str = param(location="header", default=UNSET)

    class List(Paging, page=MetaTokenPage("configurations")):
        memory_store_id: str = UNSET

    class Delete(Params):
        idempotency_key: str = param(location="header", default=UNSET)

    class Patch(Params, method="PATCH"):
        idempotency_key: str = param(location="header", default=UNSET)
        patch_configuration_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
