"""Dialogues of assistants: https://www.twilio.com/docs/autopilot/api/dialogue"""

from __future__ import annotations

from typing import Any

from restmap import Params, field

from .base import AutopilotResource


class Dialogue(AutopilotResource, uri="/Assistants/{assistant_sid}/Dialogues/{sid}"):
    """client.autopilot.v1.assistants(…).dialogues"""

    account_sid: str
    assistant_sid: str
    sid: str = field(prefix="UK")
    data: Any
    url: str

    class Fetch(Params): ...
