"""Real time statistics of workflows."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params

from .base import TaskrouterResource


class WorkflowRealTimeStatistics(
    TaskrouterResource,
    uri="/Workspaces/{workspace_sid}/Workflows/{workflow_sid}/RealTimeStatistics",
):
    """client.taskrouter.v1.workspaces(…).workflows(…).real_time_statistics"""

    account_sid: str
    longest_task_waiting_age: int
    longest_task_waiting_sid: str | None
    tasks_by_priority: Any
    tasks_by_status: Any
    total_tasks: int
    workflow_sid: str
    workspace_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        task_channel: str = UNSET
