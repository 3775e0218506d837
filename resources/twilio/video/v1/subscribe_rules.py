"""Subscribe rules of participants."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, NoKey, Params, json_value, param

from .base import VideoResource


class SubscribeRulesRule(Model):
    type: str | None = None
    all: bool | None = None
    publisher: str | None = None
    track: str | None = None
    kind: str | None = None
    priority: str | None = None


class SubscribeRules(
    VideoResource, uri="/Rooms/{room_sid}/Participants/{participant_sid}/SubscribeRules"
):
    """client.video.v1.rooms(…).participants(…).subscribe_rules"""

    participant_sid: str
    room_sid: str
    rules: list[SubscribeRulesRule] | None
    date_created: datetime | None
    date_updated: datetime | None

    class Key(NoKey): ...

    class Update(Params):
        rules: Any = param(json_value, default=UNSET)

    class Fetch(Params): ...
