"""Communications."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, param

from .base import ConversationsResource
from .types import ConversationsV2Channel

CommunicationAuthorChannel = Literal["VOICE", "SMS", "RCS", "WHATSAPP", "CHAT", "VIDEO"]
CommunicationRecipientInputChannel = CommunicationAuthorChannel
ConversationsV2RecipientDeliveryStatus = Literal[
    "INITIATED", "IN_PROGRESS", "DELIVERED", "READ", "COMPLETED", "FAILED"
]


class ParticipantAddress(Model):
    address: str
    channel: ConversationsV2Channel
    participant_id: str | None = None


class ContentText(Model):
    type: Literal["TEXT"]
    text: str


class ContentTranscriptionTranscriptionWord(Model):
    text: str
    start_time: datetime | None = None
    end_time: datetime | None = None


class ContentTranscriptionTranscription(Model):
    channel: int | None = None
    confidence: float | None = None
    engine: str | None = None
    words: list[ContentTranscriptionTranscriptionWord] | None = None


class ContentTranscription(Model):
    type: Literal["TRANSCRIPTION"]
    text: str
    transcription: ContentTranscriptionTranscription | None = None


class CommunicationRecipient(Model):
    address: str
    channel: ConversationsV2Channel
    participant_id: str | None = None
    delivery_status: ConversationsV2RecipientDeliveryStatus | None = None


class CommunicationAuthor(Model):
    address: str
    channel: CommunicationAuthorChannel
    participant_id: str = UNSET


class CommunicationContentText(Model):
    type: Literal["TEXT"]
    text: str


class CommunicationContentTranscriptionTranscription(Model):
    channel: int = UNSET
    confidence: float = UNSET
    engine: str = UNSET


class CommunicationContentTranscription(Model):
    type: Literal["TRANSCRIPTION"]
    text: str
    transcription: CommunicationContentTranscriptionTranscription = UNSET


class CommunicationRecipientInput(Model):
    address: str
    channel: CommunicationRecipientInputChannel
    participant_id: str = UNSET


class Communication(
    ConversationsResource, uri="/Conversations/{conversation_id}/Communications/{id}"
):
    """client.conversations.v2.communications"""

    id: str
    conversation_id: str
    account_id: str
    author: ParticipantAddress
    content: ContentText | ContentTranscription
    channel_id: str | None
    resource_id: str | None
    recipients: list[CommunicationRecipient]
    created_at: datetime | None
    updated_at: datetime | None
    occurred_at: datetime | None

    class Create(Params):
        author: CommunicationAuthor = param(default=...)
        content: CommunicationContentText | CommunicationContentTranscription = param(default=...)
        recipients: list[CommunicationRecipientInput] = param(default=...)
        channel_id: str = UNSET
        occurred_at: datetime = UNSET
        create_communication_in_conversation_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging, items="communications"):
        channel_id: str = UNSET

    class Fetch(Params): ...
