from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params, json_value, param

from .base import VideoResource


class RecordingRules(VideoResource, uri="/Rooms/{room_sid}/RecordingRules"):
    """video.v1.rooms(…).recording_rules."""

    room_sid: str
    rules: list[dict[str, Any]] | None
    date_created: datetime
    date_updated: datetime | None

    class Key(NoKey): ...

    class Update(Params):
        rules: Any = param(json_value, default=UNSET)

    class Fetch(Params): ...
