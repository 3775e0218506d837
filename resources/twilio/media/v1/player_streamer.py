"""Player streamer."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field

from ...types import HttpMethod
from .base import MediaResource
from .playback_grant import PlaybackGrant
from .types import Order, UpdateStatus

EndedReason = Literal[
    "ended-via-api", "max-duration-exceeded", "stream-disconnected-by-source", "unexpected-failure"
]
Status = Literal["created", "started", "ended", "failed"]


class PlayerStreamer(MediaResource, uri="/PlayerStreamers/{sid}"):
    """client.media.v1.player_streamer"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    video: bool | None
    links: dict[str, str] | None
    sid: str = field(prefix="VJ")
    status: Status | None
    url: str
    status_callback: str | None
    status_callback_method: HttpMethod | None
    ended_reason: EndedReason | None
    max_duration: int | None

    class Create(Params):
        video: bool = UNSET
        status_callback: str = UNSET
        status_callback_method: HttpMethod = UNSET
        max_duration: int = UNSET

    class Update(Params):
        status: UpdateStatus

    class List(Paging):
        order: Order = UNSET
        status: Status = UNSET

    class Fetch(Params): ...

    playback_grant = collection(PlaybackGrant)
