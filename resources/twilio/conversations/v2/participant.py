from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import ConversationsResource

ConversationsV2ParticipantType = Literal["HUMAN_AGENT", "CUSTOMER", "AI_AGENT", "AGENT", "UNKNOWN"]


class Participant(ConversationsResource, uri="/Conversations/{conversation_id}/Participants/{id}"):
    """conversations.v2.participants."""

    id: str
    conversation_id: str
    account_id: str
    name: str | None
    type: ConversationsV2ParticipantType
    profile_id: str
    addresses: list[dict[str, Any]]
    created_at: datetime
    updated_at: datetime

    class Create(Params):
        create_participant_in_conversation_request: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        update_participant_in_conversation_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging, page=MetaTokenPage("participants")): ...
    class Fetch(Params): ...
