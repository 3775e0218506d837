"""Real time statistics of workspaces."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params

from .base import TaskrouterResource


class WorkspaceRealTimeStatistics(
    TaskrouterResource, uri="/Workspaces/{workspace_sid}/RealTimeStatistics"
):
    """client.taskrouter.v1.workspaces(…).real_time_statistics"""

    account_sid: str
    activity_statistics: list[Any] | None
    longest_task_waiting_age: int
    longest_task_waiting_sid: str | None
    tasks_by_priority: Any
    tasks_by_status: Any
    total_tasks: int
    total_workers: int
    workspace_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        task_channel: str = UNSET
