"""Summary of calls."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params

from .base import InsightsResource
from .models import CallSummaryAgentSessionSummary
from .types import AnsweredBy, CallState, CallType, ProcessingState


class CallSummary(InsightsResource, uri="/Voice/{call_sid}/Summary"):
    """client.insights.v1.calls(…).summary"""

    account_sid: str
    call_sid: str
    call_type: CallType | None
    call_state: CallState | None
    answered_by: AnsweredBy | None
    processing_state: ProcessingState | None
    created_time: datetime | None
    start_time: datetime | None
    end_time: datetime | None
    duration: int | None
    connect_duration: int | None
    from_: Any
    to: Any
    carrier_edge: Any
    client_edge: Any
    sdk_edge: Any
    sip_edge: Any
    tags: list[str] | None
    url: str
    attributes: Any
    properties: Any
    trust: Any
    annotation: Any
    agent_session_summaries: list[CallSummaryAgentSessionSummary] | None

    class Key(NoKey): ...

    class Fetch(Params):
        processing_state: ProcessingState = UNSET
