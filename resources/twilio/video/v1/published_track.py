"""Published tracks of participants."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Paging, Params, field

from .base import VideoResource

Kind = Literal["audio", "video", "data"]


class PublishedTrack(
    VideoResource, uri="/Rooms/{room_sid}/Participants/{participant_sid}/PublishedTracks/{sid}"
):
    """client.video.v1.rooms(…).participants(…).published_tracks"""

    sid: str = field(prefix="MT")
    participant_sid: str
    room_sid: str
    name: str | None
    date_created: datetime
    date_updated: datetime | None
    enabled: bool | None
    kind: Kind
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
