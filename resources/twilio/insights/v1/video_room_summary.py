"""Rooms."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection

from ...types import CallbackMethod
from .base import InsightsResource
from .types import Codec, EdgeLocation, TwilioRealm
from .video_participant_summary import VideoParticipantSummary

CreatedMethod = Literal["sdk", "ad_hoc", "api"]
EndReason = Literal["room_ended_via_api", "timeout"]
ProcessingState = Literal["complete", "in_progress", "timeout", "not_started"]
RoomStatus = Literal["in_progress", "completed"]
RoomType = Literal["go", "peer_to_peer", "group", "group_small"]


class VideoRoomSummary(InsightsResource, uri="/Video/Rooms/{room_sid}"):
    """client.insights.v1.rooms"""

    account_sid: str
    room_sid: str
    room_name: str | None
    create_time: datetime | None
    end_time: datetime | None
    room_type: RoomType | None
    room_status: RoomStatus | None
    status_callback: str | None
    status_callback_method: CallbackMethod | None
    created_method: CreatedMethod | None
    end_reason: EndReason | None
    max_participants: int | None
    unique_participants: int | None
    unique_participant_identities: int | None
    concurrent_participants: int | None
    max_concurrent_participants: int | None
    codecs: list[Codec] | None
    media_region: TwilioRealm | None
    duration_sec: int | None
    total_participant_duration_sec: int | None
    total_recording_duration_sec: int | None
    processing_state: ProcessingState | None
    recording_enabled: bool | None
    edge_location: EdgeLocation | None
    url: str
    links: dict[str, str] | None

    class List(Paging):
        room_type: list[RoomType] = UNSET
        codec: list[Codec] = UNSET
        room_name: str = UNSET
        created_after: datetime = UNSET
        created_before: datetime = UNSET

    class Fetch(Params): ...

    participants = collection(VideoParticipantSummary)
