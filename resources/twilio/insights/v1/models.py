"""Objects in the requests and responses of several resources of insights.v1."""

from __future__ import annotations

from typing import Literal

from restmap import Model

CallSummaryCrelaySessionState = Literal["unknown", "failure", "ended", "hung_up"]


class CallSummaryCrelayRateStats(Model):
    min: float | None = None
    max: float | None = None
    avg: float | None = None


class CallSummaryCrelayTokenStats(Model):
    total: int | None = None
    tokens_per_second: CallSummaryCrelayRateStats | None = None


class CallSummaryCrelayWordStats(Model):
    total: int | None = None
    words_per_minute: CallSummaryCrelayRateStats | None = None


class CallSummaryCrelayInterruptions(Model):
    customer_to_agent: int | None = None
    agent_to_customer: int | None = None


class CallSummaryAgentSessionSummary(Model):
    session_id: str | None = None
    tts_latency_ms: CallSummaryCrelayRateStats | None = None
    stt_latency_ms: CallSummaryCrelayRateStats | None = None
    network_latency_ms: CallSummaryCrelayRateStats | None = None
    time_to_first_audio_ms: CallSummaryCrelayRateStats | None = None
    application_latency_ms: CallSummaryCrelayRateStats | None = None
    tokens: CallSummaryCrelayTokenStats | None = None
    words: CallSummaryCrelayWordStats | None = None
    turns: int | None = None
    interruptions: CallSummaryCrelayInterruptions | None = None
    session_state: CallSummaryCrelaySessionState | None = None
