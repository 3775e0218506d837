from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Model, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import ConversationsResource
from .models import Address, ParticipantCreateParticipantInConversationRequestAddress
from .types import ConversationsV2ParticipantType

ParticipantCreateParticipantInConversationRequestType = Literal[
    "HUMAN_AGENT", "CUSTOMER", "AI_AGENT", "AGENT", "UNKNOWN",
]
ParticipantUpdateParticipantInConversationRequestType = Literal[
    "HUMAN_AGENT", "CUSTOMER", "AI_AGENT", "AGENT", "UNKNOWN",
]


class ParticipantCreateParticipantInConversationRequest(Model):
    addresses: list[ParticipantCreateParticipantInConversationRequestAddress]
    name: str = UNSET
    type: ParticipantCreateParticipantInConversationRequestType = UNSET
    profile_id: str = UNSET


class ParticipantUpdateParticipantInConversationRequest(Model):
    name: str = UNSET
    type: ParticipantUpdateParticipantInConversationRequestType = UNSET
    profile_id: str = UNSET
    addresses: list[ParticipantCreateParticipantInConversationRequestAddress] = UNSET


class Participant(ConversationsResource, uri="/Conversations/{conversation_id}/Participants/{id}"):
    """conversations.v2.participants."""

    id: str
    conversation_id: str
    account_id: str
    name: str | None
    type: ConversationsV2ParticipantType
    profile_id: str
    addresses: list[Address]
    created_at: datetime
    updated_at: datetime

    class Create(Params):
        create_participant_in_conversation_request: (
            ParticipantCreateParticipantInConversationRequest
        ) = param(location="body")

    class Update(Params, method="PUT"):
        update_participant_in_conversation_request: (
            ParticipantUpdateParticipantInConversationRequest
        ) = param(location="body", default=UNSET)

    class List(Paging, page=MetaTokenPage("participants")): ...
    class Fetch(Params): ...
