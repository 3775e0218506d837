"""Task queues of workspaces."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Collection, Paging, Params, collection, field

from .base import TaskrouterResource
from .task_queue_bulk_real_time_statistics import TaskQueueBulkRealTimeStatistics
from .task_queue_cumulative_statistics import TaskQueueCumulativeStatistics
from .task_queue_real_time_statistics import TaskQueueRealTimeStatistics
from .task_queue_statistics import TaskQueueStatistics
from .task_queues_statistics import TaskQueuesStatistics

TaskOrder = Literal["FIFO", "LIFO"]


class TaskQueue(TaskrouterResource, uri="/Workspaces/{workspace_sid}/TaskQueues/{sid}"):
    """client.taskrouter.v1.workspaces(…).task_queues"""

    account_sid: str
    assignment_activity_sid: str | None
    assignment_activity_name: str | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    max_reserved_workers: int
    reservation_activity_sid: str | None
    reservation_activity_name: str | None
    sid: str = field(prefix="WQ")
    target_workers: str | None
    task_order: TaskOrder
    url: str
    workspace_sid: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str
        target_workers: str = UNSET
        max_reserved_workers: int = UNSET
        task_order: TaskOrder = UNSET
        reservation_activity_sid: str = UNSET
        assignment_activity_sid: str = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        target_workers: str = UNSET
        reservation_activity_sid: str = UNSET
        assignment_activity_sid: str = UNSET
        max_reserved_workers: int = UNSET
        task_order: TaskOrder = UNSET

    class List(Paging):
        friendly_name: str = UNSET
        evaluate_worker_attributes: str = UNSET
        worker_sid: str = UNSET
        ordering: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    cumulative_statistics = collection(TaskQueueCumulativeStatistics)
    real_time_statistics = collection(TaskQueueRealTimeStatistics)
    statistics = collection(TaskQueueStatistics)


class TaskQueues(Collection[TaskQueue]):
    """The collection of task queues, with mounts of its own."""

    bulk_real_time_statistics = collection(TaskQueueBulkRealTimeStatistics)
    statistics = collection(TaskQueuesStatistics)
