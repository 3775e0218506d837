"""Recordings."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field

from ...pages import MetaPage
from ...types import CallbackMethod
from .base import VideoResource
from .types import Codec, Status, Type

Format = Literal["mka", "mkv"]


class Recording(VideoResource, uri="/Recordings/{sid}"):
    """client.video.v1.recordings"""

    account_sid: str
    status: Status
    date_created: datetime
    sid: str = field(prefix="RT")
    source_sid: str | None
    size: int | None
    url: str
    type: Type
    duration: int | None
    container_format: Format
    codec: Codec
    grouping_sids: Any
    track_name: str | None
    offset: int | None
    media_external_location: str | None
    status_callback: str | None
    status_callback_method: CallbackMethod | None
    links: dict[str, str] | None

    class List(Paging, page=MetaPage(max_page_size=100)):
        status: Status = UNSET
        source_sid: str = UNSET
        grouping_sid: list[str] = UNSET
        date_created_after: datetime = UNSET
        date_created_before: datetime = UNSET
        media_type: Type = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
