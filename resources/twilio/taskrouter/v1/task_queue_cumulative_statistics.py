"""Cumulative statistics of task queues."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params

from .base import TaskrouterResource


class TaskQueueCumulativeStatistics(
    TaskrouterResource,
    uri="/Workspaces/{workspace_sid}/TaskQueues/{task_queue_sid}/CumulativeStatistics",
):
    """client.taskrouter.v1.workspaces(…).task_queues(…).cumulative_statistics"""

    account_sid: str
    avg_task_acceptance_time: int
    start_time: datetime | None
    end_time: datetime | None
    reservations_created: int
    reservations_accepted: int
    reservations_rejected: int
    reservations_timed_out: int
    reservations_canceled: int
    reservations_rescinded: int
    split_by_wait_time: Any
    task_queue_sid: str
    wait_duration_until_accepted: Any
    wait_duration_until_canceled: Any
    wait_duration_in_queue_until_accepted: Any
    tasks_canceled: int
    tasks_completed: int
    tasks_deleted: int
    tasks_entered: int
    tasks_moved: int
    workspace_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        end_date: datetime = UNSET
        minutes: int = UNSET
        start_date: datetime = UNSET
        task_channel: str = UNSET
        split_by_wait_time: str = UNSET
