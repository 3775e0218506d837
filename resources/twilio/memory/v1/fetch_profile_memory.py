"""Recall."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, NoKey, Params, as_written, field, param

from .base import MemoryResource
from .types import ContentEncoding

CommunicationRecipientChannel = Literal[
    "VOICE", "SMS", "RCS", "EMAIL", "WHATSAPP", "CHAT", "API", "SYSTEM"
]
CommunicationRecipientDeliveryStatus = Literal[
    "INITIATED", "IN_PROGRESS", "DELIVERED", "COMPLETED", "FAILED"
]
ParticipantChannel = CommunicationRecipientChannel
ParticipantType = Literal["HUMAN_AGENT", "CUSTOMER", "AI_AGENT", "AGENT", "UNKNOWN"]


class RecallObservationInfo(Model):
    content: str
    occurred_at: datetime = field(name="occurredAt")
    source: str
    id: str
    created_at: datetime = field(name="createdAt")
    updated_at: datetime = field(name="updatedAt")
    conversation_ids: list[str] | None = field(name="conversationIds", default=None)
    score: float | None = None


class RecallSummaryInfo(Model):
    content: str
    occurred_at: datetime = field(name="occurredAt")
    conversation_id: str = field(name="conversationId")
    id: str
    created_at: datetime = field(name="createdAt")
    updated_at: datetime = field(name="updatedAt")
    source: str | None = None
    score: float | None = None


class CommunicationContent(Model):
    text: str | None = None


class Participant(Model):
    id: str
    name: str
    address: str
    channel: ParticipantChannel
    type: ParticipantType | None = None
    profile_id: str | None = field(name="profileId", default=None)


class CommunicationRecipient(Model):
    id: str
    name: str
    address: str
    channel: CommunicationRecipientChannel
    type: ParticipantType | None = None
    profile_id: str | None = field(name="profileId", default=None)
    delivery_status: CommunicationRecipientDeliveryStatus | None = field(
        name="deliveryStatus", default=None
    )


class Communication(Model):
    id: str
    content: CommunicationContent
    author: Participant
    recipients: list[CommunicationRecipient]
    channel_id: str | None = field(name="channelId", default=None)
    created_at: datetime | None = field(name="createdAt", default=None)
    updated_at: datetime | None = field(name="updatedAt", default=None)


class FetchProfileMemoryMeta(Model):
    query_time: int = field(name="queryTime")


class FetchProfileMemory(
    MemoryResource, uri="/Stores/{store_id}/Profiles/{profile_id}/Recall", field_names=as_written
):
    """client.memory.v1.recall"""

    observations: list[RecallObservationInfo]
    summaries: list[RecallSummaryInfo]
    communications: list[Communication]
    meta: FetchProfileMemoryMeta
    store_id: str
    profile_id: str

    class Key(NoKey): ...

    class Create(Params):
        accept_encoding: str = param(location="header", default=UNSET)
        content_encoding: ContentEncoding = param(location="header", default=UNSET)
        conversation_id: str = UNSET
        query: str = UNSET
        begin_date: datetime = UNSET
        end_date: datetime = UNSET
        communications_limit: int = UNSET
        observations_limit: int = UNSET
        summaries_limit: int = UNSET
        relevance_threshold: float = UNSET
        memory_retrieval_request: dict[str, Any] = param(location="body", default=UNSET)
