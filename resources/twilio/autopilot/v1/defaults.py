"""Defaults of assistants: https://www.twilio.com/docs/autopilot/api/assistant/defaults"""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, json_value, param

from .base import AutopilotResource


class Defaults(AutopilotResource, uri="/Assistants/{assistant_sid}/Defaults"):
    """client.autopilot.v1.assistants(…).defaults"""

    account_sid: str
    assistant_sid: str
    url: str
    data: Any

    class Key(NoKey): ...

    class Update(Params):
        defaults: Any = param(json_value, default=UNSET)

    class Fetch(Params): ...
