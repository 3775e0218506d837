"""Real time statistics of task queues."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params

from .base import TaskrouterResource


class TaskQueueRealTimeStatistics(
    TaskrouterResource,
    uri="/Workspaces/{workspace_sid}/TaskQueues/{task_queue_sid}/RealTimeStatistics",
):
    """client.taskrouter.v1.workspaces(…).task_queues(…).real_time_statistics"""

    account_sid: str
    activity_statistics: list[Any] | None
    longest_task_waiting_age: int
    longest_task_waiting_sid: str | None
    longest_relative_task_age_in_queue: int
    longest_relative_task_sid_in_queue: str | None
    task_queue_sid: str
    tasks_by_priority: Any
    tasks_by_status: Any
    total_available_workers: int
    total_eligible_workers: int
    total_tasks: int
    workspace_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        task_channel: str = UNSET
