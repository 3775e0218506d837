"""User conversations of users:
https://www.twilio.com/docs/conversations/api/conversation-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params

from .base import ConversationsResource
from .types import NotificationLevel, State


class Conversation(ConversationsResource, uri="/Users/{user_sid}/Conversations/{conversation_sid}"):
    """client.conversations.v1.users(…).user_conversations"""

    account_sid: str
    chat_service_sid: str | None
    conversation_sid: str
    unread_messages_count: int | None
    last_read_message_index: int | None
    participant_sid: str | None
    user_sid: str
    friendly_name: str | None
    conversation_state: State
    timers: Any
    attributes: str | None
    date_created: datetime
    date_updated: datetime | None
    created_by: str | None
    notification_level: NotificationLevel
    unique_name: str | None
    url: str
    links: dict[str, str] | None

    class Update(Params):
        notification_level: NotificationLevel = UNSET
        last_read_timestamp: datetime = UNSET
        last_read_message_index: int = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
