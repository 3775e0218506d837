"""Actions."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Params, param

from .base import ConversationsResource
from .types import ConversationsV2Channel

ConversationsV2ActionStatus = Literal["PENDING", "COMPLETED", "FAILED"]


class SendMessageParticipant(Model):
    participant_id: str = UNSET
    address: str = UNSET
    channel: ConversationsV2Channel = UNSET


class SendMessageContent(Model):
    text: str = UNSET
    content_id: str = UNSET
    variables: dict[str, str] = UNSET
    media_urls: list[str] = UNSET


class SendMessagePayload(Model):
    from_: SendMessageParticipant
    to: list[SendMessageParticipant]
    content: SendMessageContent
    channel_settings: dict[str, Any] = UNSET


class ConversationActionCreateConversationActionRequest(Model):
    type: str
    payload: SendMessagePayload


class ConversationAction(
    ConversationsResource, uri="/Conversations/{conversation_id}/Actions/{id}"
):
    """client.conversations.v2.actions"""

    id: str
    type: str
    status: ConversationsV2ActionStatus
    conversation_id: str
    related: dict[str, str] | None
    created_at: datetime
    updated_at: datetime | None
    completed_at: datetime | None

    class Create(Params):
        create_conversation_action_request: ConversationActionCreateConversationActionRequest = (
            param(location="body")
        )

    class Fetch(Params): ...
