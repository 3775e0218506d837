"""Compositions: https://www.twilio.com/docs/video/api/compositions-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, json_value, param

from ...pages import MetaPage
from ...types import CallbackMethod
from .base import VideoResource
from .types import Format

Status = Literal["enqueued", "processing", "completed", "deleted", "failed"]


class Composition(VideoResource, uri="/Compositions/{sid}"):
    """client.video.v1.compositions"""

    account_sid: str
    status: Status
    date_created: datetime
    date_completed: datetime | None
    date_deleted: datetime | None
    sid: str = field(prefix="CJ")
    room_sid: str | None
    audio_sources: list[str] | None
    audio_sources_excluded: list[str] | None
    video_layout: Any
    resolution: str | None
    trim: bool | None
    format: Format
    bitrate: int
    size: int | None
    duration: int
    media_external_location: str | None
    status_callback: str | None
    status_callback_method: CallbackMethod | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        room_sid: str
        video_layout: Any = param(json_value, default=UNSET)
        audio_sources: list[str] = UNSET
        audio_sources_excluded: list[str] = UNSET
        resolution: str = UNSET
        format: Format = UNSET
        status_callback: str = UNSET
        status_callback_method: CallbackMethod = UNSET
        trim: bool = UNSET

    class List(Paging, page=MetaPage(max_page_size=100)):
        status: Status = UNSET
        date_created_after: datetime = UNSET
        date_created_before: datetime = UNSET
        room_sid: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
