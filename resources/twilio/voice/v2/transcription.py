"""Transcription."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Params, field, param

from .base import VoiceResource


class ParticipantDefault(Model):
    audio_channel_index: int = field(name="audioChannelIndex")
    type: Literal["CUSTOMER", "HUMAN_AGENT", "AI_AGENT"]


class TranscriptionStatusCallback(Model):
    url: str | None = None
    method: Literal["POST"] = "POST"


class TranscriptionConfiguration(Model):
    configuration_type: Literal["Transcription"] = field(name="configurationType")
    transcription_engine: str = field(name="transcriptionEngine")
    language: str
    participant_defaults: list[ParticipantDefault] = field(name="participantDefaults")
    speech_model: str | None = field(name="speechModel", default=None)
    transcription_status_callback: TranscriptionStatusCallback | None = field(
        name="transcriptionStatusCallback", default=None
    )
    conversation_configuration_id: str | None = field(
        name="conversationConfigurationId", default=None
    )


class Transcription(VoiceResource, uri="/Configurations/Transcription/{id}"):
    """client.voice.v2.transcription"""

    id: str
    account_sid: str
    unique_name: str | None
    description: str | None
    date_created: datetime
    date_updated: datetime
    configuration: TranscriptionConfiguration

    class Create(Params):
        configuration: TranscriptionConfiguration = param(default=...)
        unique_name: str | None = UNSET
        description: str | None = UNSET
        voice_v2_configuration_transcription_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT"):
        configuration: TranscriptionConfiguration = param(default=...)
        unique_name: str | None = UNSET
        description: str | None = UNSET
        voice_v2_configuration_transcription_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Fetch(Params): ...

    class Delete(Params): ...
