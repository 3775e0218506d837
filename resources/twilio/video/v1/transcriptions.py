"""Transcriptions of rooms."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, json_object, param

from .base import VideoResource

Status = Literal["started", "stopped", "failed"]


class Transcriptions(VideoResource, uri="/Rooms/{room_sid}/Transcriptions/{ttid}"):
    """client.video.v1.rooms(…).transcriptions"""

    ttid: str
    account_sid: str
    room_sid: str
    source_sid: str | None
    status: Status
    date_created: datetime
    date_updated: datetime | None
    start_time: datetime | None
    end_time: datetime | None
    duration: int | None
    url: str
    configuration: dict[str, Any] | None

    class Create(Params):
        configuration: dict[str, Any] = param(json_object, default=UNSET)

    class Update(Params):
        status: Status = UNSET
        configuration: dict[str, Any] = param(json_object, default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...
