"""Media recording."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from ...types import HttpMethod
from .base import MediaResource
from .types import Order

Format = Literal["mp4", "webm"]
Status = Literal["processing", "completed", "deleted", "failed"]


class MediaRecording(MediaResource, uri="/MediaRecordings/{sid}"):
    """client.media.v1.media_recording"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    duration: int | None
    format: Format | None
    links: dict[str, str] | None
    processor_sid: str | None
    resolution: str | None
    source_sid: str | None
    sid: str = field(prefix="KV")
    media_size: int | None
    status: Status | None
    status_callback: str | None
    status_callback_method: HttpMethod | None
    url: str

    class List(Paging):
        order: Order = UNSET
        status: Status = UNSET
        processor_sid: str = UNSET
        source_sid: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
