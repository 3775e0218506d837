"""Style sheet of assistants."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, json_value, param

from .base import AutopilotResource


class StyleSheet(AutopilotResource, uri="/Assistants/{assistant_sid}/StyleSheet"):
    """client.autopilot.v1.assistants(…).style_sheet"""

    account_sid: str
    assistant_sid: str
    url: str
    data: Any

    class Key(NoKey): ...

    class Update(Params):
        style_sheet: Any = param(json_value, default=UNSET)

    class Fetch(Params): ...
