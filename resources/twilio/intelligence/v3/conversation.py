"""Conversations."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Model, Paging, Params

from .base import IntelligenceResource

Channel = Literal["VOICE", "SMS", "RCS", "EMAIL", "WHATSAPP", "CHAT", "API", "SYSTEM"]
ConversationStatus = Literal["ACTIVE", "INACTIVE", "CLOSED"]
Status = Literal["ACTIVE", "INACTIVE", "CLOSED"]


class Participant(Model):
    id: str
    address_values: list[str]
    name: str | None = None
    type: str | None = None


class Content(Model):
    text: str | None = None


class Communication(Model):
    id: str
    participant_id: str
    content: Content
    created_at: datetime


class Conversation(IntelligenceResource, uri="/Conversations/{id}"):
    """client.intelligence.v3.conversations"""

    id: str
    account_id: str | None
    name: str | None
    status: ConversationStatus
    created_at: datetime
    updated_at: datetime
    intelligence_configuration_ids: list[str]
    conversation_configuration_id: str
    channels: list[Channel]
    channel_ids: list[str]
    participants: list[Participant]
    communications: list[Communication] | None
    operator_result_ids: list[str]

    class List(Paging):
        created_at_before: datetime = UNSET
        created_at_after: datetime = UNSET
        status: Status = UNSET
        channel_id: str = UNSET
        channels: list[Channel] = UNSET
        conversation_configuration_id: str = UNSET
        intelligence_configuration_ids: list[str] = UNSET
        operator_ids: list[str] = UNSET

    class Fetch(Params): ...
