"""Rooms."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field, handle, json_object, json_value, param

from ...types import CallbackMethod
from .base import VideoResource
from .participant import Participant
from .recording_rules import RecordingRules
from .room_recording import RoomRecording
from .transcriptions import Transcriptions

RoomStatus = Literal["in-progress", "completed", "failed"]
RoomType = Literal["group", "go", "peer-to-peer", "group-small"]
VideoCodec = Literal["VP8", "H264"]


class Room(VideoResource, uri="/Rooms/{sid}"):
    """client.video.v1.rooms"""

    sid: str = field(prefix="RM")
    status: RoomStatus
    date_created: datetime
    date_updated: datetime | None
    account_sid: str
    enable_turn: bool | None
    unique_name: str | None
    status_callback: str | None
    status_callback_method: CallbackMethod | None
    end_time: datetime | None
    duration: int | None
    type: RoomType
    max_participants: int
    max_participant_duration: int
    max_concurrent_published_tracks: int | None
    record_participants_on_connect: bool | None
    video_codecs: list[VideoCodec] | None
    media_region: str | None
    audio_only: bool | None
    empty_room_timeout: int
    unused_room_timeout: int
    large_room: bool | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        enable_turn: bool = UNSET
        type: RoomType = UNSET
        unique_name: str = UNSET
        status_callback: str = UNSET
        status_callback_method: CallbackMethod = UNSET
        max_participants: int = UNSET
        record_participants_on_connect: bool = UNSET
        transcribe_participants_on_connect: bool = UNSET
        video_codecs: list[VideoCodec] = UNSET
        media_region: str = UNSET
        recording_rules: Any = param(json_value, default=UNSET)
        transcriptions_configuration: dict[str, Any] = param(json_object, default=UNSET)
        audio_only: bool = UNSET
        max_participant_duration: int = UNSET
        empty_room_timeout: int = UNSET
        unused_room_timeout: int = UNSET
        large_room: bool = UNSET

    class Update(Params):
        status: RoomStatus

    class List(Paging):
        status: RoomStatus = UNSET
        unique_name: str = UNSET
        date_created_after: datetime = UNSET
        date_created_before: datetime = UNSET

    class Fetch(Params): ...

    participants = collection(Participant)
    recording_rules = handle(RecordingRules)
    recordings = collection(RoomRecording)
    transcriptions = collection(Transcriptions)
