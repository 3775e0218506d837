"""Statistics of tasks."""

from __future__ import annotations

from restmap import NoKey, Params

from .base import AutopilotResource


class TaskStatistics(
    AutopilotResource, uri="/Assistants/{assistant_sid}/Tasks/{task_sid}/Statistics"
):
    """client.autopilot.v1.assistants(…).tasks(…).statistics"""

    account_sid: str
    assistant_sid: str
    task_sid: str
    samples_count: int | None
    fields_count: int | None
    url: str

    class Key(NoKey): ...

    class Fetch(Params): ...
