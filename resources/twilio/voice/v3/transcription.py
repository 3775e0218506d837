"""Transcriptions."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Model, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import VoiceResource

Status = Literal["PENDING", "RUNNING", "COMPLETED", "FAILED"]


class Participant(Model):
    audio_channel_index: int
    type: Literal["CUSTOMER", "HUMAN_AGENT", "AI_AGENT"] | None = None
    address: str | None = None
    name: str | None = None


class TranscriptionStatusCallback(Model):
    url: str | None = None
    method: Literal["POST"] | None = None
    events: list[Literal["COMPLETED"]] | None = None


class ResolvedConfigurationParticipantDefault(Model):
    audio_channel_index: int
    type: Literal["CUSTOMER", "HUMAN_AGENT", "AI_AGENT"]


class ResolvedConfiguration(Model):
    transcription_engine: str | None = None
    speech_model: str | None = None
    language: str | None = None
    transcription_status_callback: TranscriptionStatusCallback | None = None
    conversation_configuration_id: str | None = None
    participant_defaults: list[ResolvedConfigurationParticipantDefault] | None = None


class TranscriptionTranscription(Model):
    id: str
    account_id: str
    status: Status
    transcription_configuration_id: str
    created_at: datetime
    updated_at: datetime
    url: str
    media_url: str | None = None
    source_id: str | None = None
    audio_started_at: datetime | None = None
    conversation_id: str | None = None
    participants: list[Participant] | None = None
    duration: int | None = None
    resolved_configuration: ResolvedConfiguration | None = None
    links: dict[str, str] | None = None


class CreateRequestWithSourceId(Model):
    transcription_configuration_id: str
    source_id: str
    input_source: Literal["SOURCE_ID"] = "SOURCE_ID"
    participants: list[Participant] = UNSET


class CreateRequestWithMediaUrl(Model):
    transcription_configuration_id: str
    input_source: Literal["MEDIA_URL"] = "MEDIA_URL"
    media_url: str = UNSET
    audio_started_at: datetime = UNSET
    participants: list[Participant] = UNSET


class Transcription(VoiceResource, uri="/Transcriptions/{id}"):
    """client.voice.v3.transcriptions"""

    operation_id: str | None
    status: Status
    status_url: str | None
    transcription: TranscriptionTranscription | None
    id: str
    account_id: str | None
    transcription_configuration_id: str | None
    media_url: str | None
    source_id: str | None
    audio_started_at: datetime | None
    conversation_id: str | None
    participants: list[Participant] | None
    duration: int | None
    resolved_configuration: ResolvedConfiguration | None
    created_at: datetime | None
    updated_at: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        create_v3_transcriptions_request: CreateRequestWithSourceId | CreateRequestWithMediaUrl = (
            param(location="body", tagged_by="inputSource")
        )
        idempotency_key: str = param(location="header", default=UNSET)

    class List(Paging, page=MetaTokenPage("transcriptions", max_page_size=100)):
        created_after: datetime = UNSET
        created_before: datetime = UNSET
        language_code: str = UNSET
        source_id: str = UNSET
        status: Status = UNSET

    class Fetch(Params): ...
