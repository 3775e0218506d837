"""Statistics of task queues."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params

from .base import TaskrouterResource


class TaskQueueStatistics(
    TaskrouterResource, uri="/Workspaces/{workspace_sid}/TaskQueues/{task_queue_sid}/Statistics"
):
    """client.taskrouter.v1.workspaces(…).task_queues(…).statistics"""

    account_sid: str
    cumulative: Any
    realtime: Any
    task_queue_sid: str
    workspace_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        end_date: datetime = UNSET
        minutes: int = UNSET
        start_date: datetime = UNSET
        task_channel: str = UNSET
        split_by_wait_time: str = UNSET
