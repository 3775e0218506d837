"""Anonymize of participants."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import NoKey, Params, field

from .base import VideoResource

Status = Literal["connected", "disconnected"]


class Anonymize(VideoResource, uri="/Rooms/{room_sid}/Participants/{sid}/Anonymize"):
    """client.video.v1.rooms(…).participants(…).anonymize"""

    sid: str = field(prefix="PA")
    room_sid: str
    account_sid: str
    status: Status
    identity: str | None
    date_created: datetime
    date_updated: datetime | None
    start_time: datetime | None
    end_time: datetime | None
    duration: int | None
    url: str

    class Key(NoKey): ...

    class Update(Params): ...
