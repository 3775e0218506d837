from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, action, param

from ...other_pages import MetaTokenPage
from .base import ConversationsResource

ConversationsV2ConversationStatus = Literal["ACTIVE", "INACTIVE", "CLOSED"]
Status = Literal["ACTIVE", "INACTIVE", "CLOSED"]


class Conversation(ConversationsResource, uri="/Conversations/{id}"):
    """conversations.v2.conversations."""

    id: str
    account_id: str
    configuration_id: str
    status: ConversationsV2ConversationStatus
    name: str | None
    created_at: datetime
    updated_at: datetime
    configuration: dict[str, Any]
    participants: list[dict[str, Any]]

    class Create(Params):
        create_conversation_with_config_request: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        update_conversation_by_id_request: dict[str, Any] = param(location="body")

    class List(Paging, page=MetaTokenPage("conversations")):
        status: list[Status] = UNSET
        channel_id: str = UNSET

    class Delete(Params):
        idempotency_key: str = param(location="header", default=UNSET)

    class Patch(Params, method="PATCH"):
        patch_conversation_by_id_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
