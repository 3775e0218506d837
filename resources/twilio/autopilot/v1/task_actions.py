"""Task actions of tasks."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, json_value, param

from .base import AutopilotResource


class TaskActions(AutopilotResource, uri="/Assistants/{assistant_sid}/Tasks/{task_sid}/Actions"):
    """client.autopilot.v1.assistants(…).tasks(…).task_actions"""

    account_sid: str
    assistant_sid: str
    task_sid: str
    url: str
    data: Any

    class Key(NoKey): ...

    class Update(Params):
        actions: Any = param(json_value, default=UNSET)

    class Fetch(Params): ...
