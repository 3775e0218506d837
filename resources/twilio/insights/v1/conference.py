"""Conferences."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection

from .base import InsightsResource
from .participant import Participant
from .types import Region

ConferenceEndReason = Literal[
    "last_participant_left",
    "conference_ended_via_api",
    "participant_with_end_conference_on_exit_left",
    "last_participant_kicked",
    "participant_with_end_conference_on_exit_kicked",
]
ConferenceStatus = Literal["in_progress", "not_started", "completed", "summary_timeout"]
ProcessingState = Literal["complete", "in_progress", "timeout"]
Tag = Literal[
    "invalid_requested_region",
    "duplicate_identity",
    "start_failure",
    "region_configuration_issues",
    "quality_warnings",
    "participant_behavior_issues",
    "high_packet_loss",
    "high_jitter",
    "high_latency",
    "low_mos",
    "detected_silence",
    "no_concurrent_participants",
]


class Conference(InsightsResource, uri="/Conferences/{conference_sid}"):
    """client.insights.v1.conferences"""

    conference_sid: str
    account_sid: str
    friendly_name: str | None
    create_time: datetime | None
    start_time: datetime | None
    end_time: datetime | None
    duration_seconds: int | None
    connect_duration_seconds: int | None
    status: ConferenceStatus | None
    max_participants: int | None
    max_concurrent_participants: int | None
    unique_participants: int | None
    end_reason: ConferenceEndReason | None
    ended_by: str | None
    mixer_region: Region | None
    mixer_region_requested: Region | None
    recording_enabled: bool | None
    detected_issues: Any
    tags: list[Tag] | None
    tag_info: Any
    processing_state: ProcessingState | None
    url: str
    links: dict[str, str] | None

    class List(Paging):
        conference_sid: str = UNSET
        friendly_name: str = UNSET
        status: str = UNSET
        created_after: str = UNSET
        created_before: str = UNSET
        mixer_region: str = UNSET
        tags: str = UNSET
        subaccount: str = UNSET
        detected_issues: str = UNSET
        end_reason: str = UNSET

    class Fetch(Params): ...

    conference_participants = collection(Participant)
