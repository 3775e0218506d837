"""Task queues statistics of workspaces."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging

from .base import TaskrouterResource


class TaskQueuesStatistics(
    TaskrouterResource, uri="/Workspaces/{workspace_sid}/TaskQueues/Statistics"
):
    """client.taskrouter.v1.workspaces(…).task_queues.statistics"""

    account_sid: str
    cumulative: Any
    realtime: Any
    task_queue_sid: str | None
    workspace_sid: str

    class List(Paging):
        end_date: datetime = UNSET
        friendly_name: str = UNSET
        minutes: int = UNSET
        start_date: datetime = UNSET
        task_channel: str = UNSET
        split_by_wait_time: str = UNSET
