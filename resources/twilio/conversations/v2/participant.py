"""Participants."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, param

from .base import ConversationsResource
from .models import Address, AddressInput
from .types import ConversationsV2ParticipantType

Type = Literal["HUMAN_AGENT", "CUSTOMER", "AI_AGENT", "AGENT", "UNKNOWN"]


class Participant(ConversationsResource, uri="/Conversations/{conversation_id}/Participants/{id}"):
    """client.conversations.v2.participants"""

    id: str
    conversation_id: str
    account_id: str
    name: str | None
    type: ConversationsV2ParticipantType | None
    profile_id: str | None
    addresses: list[Address] | None
    created_at: datetime | None
    updated_at: datetime | None

    class Create(Params):
        addresses: list[AddressInput] = param(default=...)
        name: str = UNSET
        type: Type = UNSET
        profile_id: str = UNSET
        create_participant_in_conversation_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT"):
        name: str = UNSET
        type: Type = UNSET
        profile_id: str = UNSET
        addresses: list[AddressInput] = UNSET
        update_participant_in_conversation_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging, items="participants"): ...

    class Fetch(Params): ...
