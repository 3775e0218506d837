"""Conference participants of conferences."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params

from .base import InsightsResource
from .types import Region

CallDirection = Literal["inbound", "outbound"]
CallStatus = Literal["answered", "completed", "busy", "fail", "noanswer", "ringing", "canceled"]
CallType = Literal["carrier", "client", "sip"]
JitterBufferSize = Literal["large", "small", "medium", "off"]
ProcessingState = Literal["complete", "in_progress", "timeout"]


class Participant(
    InsightsResource, uri="/Conferences/{conference_sid}/Participants/{participant_sid}"
):
    """client.insights.v1.conferences(…).conference_participants"""

    participant_sid: str
    label: str | None
    conference_sid: str
    call_sid: str | None
    account_sid: str
    call_direction: CallDirection | None
    from_: str | None
    to: str | None
    call_status: CallStatus | None
    country_code: str | None
    is_moderator: bool | None
    join_time: datetime | None
    leave_time: datetime | None
    duration_seconds: int | None
    outbound_queue_length: int | None
    outbound_time_in_queue: int | None
    jitter_buffer_size: JitterBufferSize | None
    is_coach: bool | None
    coached_participants: list[str] | None
    participant_region: Region | None
    conference_region: Region | None
    call_type: CallType | None
    processing_state: ProcessingState | None
    properties: Any
    events: Any
    metrics: Any
    url: str

    class List(Paging):
        participant_sid: str = UNSET
        label: str = UNSET
        events: str = UNSET

    class Fetch(Params):
        events: str = UNSET
        metrics: str = UNSET
