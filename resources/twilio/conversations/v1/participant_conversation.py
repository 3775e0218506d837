"""Participant conversations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging

from .base import ConversationsResource
from .types import State


class ParticipantConversation(ConversationsResource, uri="/ParticipantConversations"):
    """client.conversations.v1.participant_conversations"""

    account_sid: str
    chat_service_sid: str | None
    participant_sid: str | None
    participant_user_sid: str | None
    participant_identity: str | None
    participant_messaging_binding: Any
    conversation_sid: str | None
    conversation_unique_name: str | None
    conversation_friendly_name: str | None
    conversation_attributes: str | None
    conversation_date_created: datetime | None
    conversation_date_updated: datetime | None
    conversation_created_by: str | None
    conversation_state: State
    conversation_timers: Any
    links: dict[str, str] | None

    class List(Paging):
        identity: str = UNSET
        address: str = UNSET
