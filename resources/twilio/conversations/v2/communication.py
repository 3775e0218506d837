from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import ConversationsResource


class Communication(
    ConversationsResource, uri="/Conversations/{conversation_id}/Communications/{id}"
):
    """conversations.v2.communications."""

    id: str
    conversation_id: str
    account_id: str
    author: dict[str, Any]
    content: Any
    channel_id: str
    resource_id: str
    recipients: list[Any]
    created_at: datetime
    updated_at: datetime
    occurred_at: datetime

    class Create(Params):
        create_communication_in_conversation_request: dict[str, Any] = param(location="body")

    class List(Paging, page=MetaTokenPage("communications")):
        channel_id: str = UNSET

    class Fetch(Params): ...
