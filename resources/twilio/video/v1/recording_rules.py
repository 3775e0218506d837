"""Recording rules of rooms."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, NoKey, Params, json_value, param

from .base import VideoResource


class RecordingRulesRule(Model):
    type: str | None = None
    all: bool | None = None
    publisher: str | None = None
    track: str | None = None
    kind: str | None = None


class RecordingRules(VideoResource, uri="/Rooms/{room_sid}/RecordingRules"):
    """client.video.v1.rooms(…).recording_rules"""

    room_sid: str
    rules: list[RecordingRulesRule] | None
    date_created: datetime
    date_updated: datetime | None

    class Key(NoKey): ...

    class Update(Params):
        rules: Any = param(json_value, default=UNSET)

    class Fetch(Params): ...
