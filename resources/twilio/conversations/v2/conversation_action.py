from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import Params, param

from .base import ConversationsResource

ConversationsV2ActionStatus = Literal["PENDING", "COMPLETED", "FAILED"]


class ConversationAction(
    ConversationsResource, uri="/Conversations/{conversation_id}/Actions/{id}"
):
    """conversations.v2.actions."""

    id: str
    type: str
    status: ConversationsV2ActionStatus
    conversation_id: str
    related: dict[str, str]
    created_at: datetime
    updated_at: datetime
    completed_at: datetime

    class Create(Params):
        create_conversation_action_request: dict[str, Any] = param(location="body")

    class Fetch(Params): ...
