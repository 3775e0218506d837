"""Participants of rooms."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import Paging, Params

from .base import InsightsResource
from .types import Codec, EdgeLocation, TwilioRealm

RoomStatus = Literal["in_progress", "connected", "completed", "disconnected"]


class VideoParticipantSummary(
    InsightsResource, uri="/Video/Rooms/{room_sid}/Participants/{participant_sid}"
):
    """client.insights.v1.rooms(…).participants"""

    participant_sid: str
    participant_identity: str | None
    join_time: datetime | None
    leave_time: datetime | None
    duration_sec: int | None
    account_sid: str
    room_sid: str
    status: RoomStatus | None
    codecs: list[Codec] | None
    end_reason: str | None
    error_code: int | None
    error_code_url: str | None
    media_region: TwilioRealm | None
    properties: Any
    edge_location: EdgeLocation | None
    publisher_info: Any
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
