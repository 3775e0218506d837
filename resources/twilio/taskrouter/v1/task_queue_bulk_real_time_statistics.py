"""Task queues bulk real time statistics of workspaces."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, param

from .base import TaskrouterResource


class TaskQueueBulkRealTimeStatistics(
    TaskrouterResource, uri="/Workspaces/{workspace_sid}/TaskQueues/RealTimeStatistics"
):
    """client.taskrouter.v1.workspaces(…).task_queues.bulk_real_time_statistics"""

    account_sid: str
    workspace_sid: str
    task_queue_data: list[Any] | None
    task_queue_response_count: int
    url: str

    class Create(Params):
        body: dict[str, Any] = param(location="body", default=UNSET)
