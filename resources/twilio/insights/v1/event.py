"""Events of calls."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Model, Paging

from .base import InsightsResource
from .types import TwilioEdge

Level = Literal["UNKNOWN", "DEBUG", "INFO", "WARNING", "ERROR"]


class BaseRelayData(Model):
    session_id: str
    sequence_number: int


class LatencyEvent(Model):
    latency_ms: int | None = None


class TtsLatencyRelayData(Model):
    session_id: str
    sequence_number: int
    tts_latency: LatencyEvent


class SttLatencyRelayData(Model):
    session_id: str
    sequence_number: int
    stt_latency: LatencyEvent


class InterruptEvent(Model):
    type: Literal["DTMF", "SPEECH"] | None = None


class InterruptRelayData(Model):
    session_id: str
    sequence_number: int
    interrupt: InterruptEvent


class LastTokenReceivedEvent(Model):
    total_tokens: int | None = None
    total_words: int | None = None


class LastTokenReceivedRelayData(Model):
    session_id: str
    sequence_number: int
    last_token_received: LastTokenReceivedEvent


class ConfigurationEventLanguage(Model):
    tts_provider: str | None = None
    voice: str | None = None
    transcription_provider: str | None = None
    speech_model: str | None = None


class ConfigurationEvent(Model):
    configurations: dict[str, str] | None = None
    languages: dict[str, ConfigurationEventLanguage] | None = None


class ConfigurationsRelayData(Model):
    session_id: str
    sequence_number: int
    configurations: ConfigurationEvent


class LanguageChangedEvent(Model):
    tts_language_code: str | None = None
    transcription_language_code: str | None = None


class LanguageChangedRelayData(Model):
    session_id: str
    sequence_number: int
    language_changed: LanguageChangedEvent


class CallWrapUpEvent(Model):
    duration_in_seconds: int | None = None
    end_status: Literal["unknown", "failure", "ended", "hung_up"] | None = None


class CallWrapUpRelayData(Model):
    session_id: str
    sequence_number: int
    call_wrap_up: CallWrapUpEvent


class ErrorEvent(Model):
    error_code: int | None = None
    message: str | None = None


class ErrorRelayData(Model):
    session_id: str
    sequence_number: int
    error: ErrorEvent


class Event(InsightsResource, uri="/Voice/{call_sid}/Events"):
    """client.insights.v1.calls(…).events"""

    timestamp: str | None
    call_sid: str
    account_sid: str
    edge: TwilioEdge | None
    group: str | None
    level: Level | None
    name: str | None
    carrier_edge: Any
    sip_edge: Any
    sdk_edge: Any
    client_edge: Any
    conversation_relay_data: (
        BaseRelayData
        | TtsLatencyRelayData
        | SttLatencyRelayData
        | InterruptRelayData
        | LastTokenReceivedRelayData
        | ConfigurationsRelayData
        | LanguageChangedRelayData
        | CallWrapUpRelayData
        | ErrorRelayData
        | None
    )

    class List(Paging):
        edge: TwilioEdge = UNSET
