"""Workspaces."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from restmap import UNSET, Paging, Params, collection, deferred, field

from .base import TaskrouterResource

if TYPE_CHECKING:
    from .activity import Activity
    from .event import Event
    from .task import Task
    from .task_channel import TaskChannel
    from .task_queue import TaskQueue, TaskQueues
    from .worker import Worker, Workers
    from .workflow import Workflow
    from .workspace_cumulative_statistics import WorkspaceCumulativeStatistics
    from .workspace_real_time_statistics import WorkspaceRealTimeStatistics
    from .workspace_statistics import WorkspaceStatistics
else:
    Activity = deferred(".activity:Activity", __package__)
    Event = deferred(".event:Event", __package__)
    Task = deferred(".task:Task", __package__)
    TaskChannel = deferred(".task_channel:TaskChannel", __package__)
    TaskQueue = deferred(".task_queue:TaskQueue", __package__)
    TaskQueues = deferred(".task_queue:TaskQueues", __package__)
    Worker = deferred(".worker:Worker", __package__)
    Workers = deferred(".worker:Workers", __package__)
    Workflow = deferred(".workflow:Workflow", __package__)
    WorkspaceCumulativeStatistics = deferred(
        ".workspace_cumulative_statistics:WorkspaceCumulativeStatistics", __package__
    )
    WorkspaceRealTimeStatistics = deferred(
        ".workspace_real_time_statistics:WorkspaceRealTimeStatistics", __package__
    )
    WorkspaceStatistics = deferred(".workspace_statistics:WorkspaceStatistics", __package__)

QueueOrder = Literal["FIFO", "LIFO"]


class Workspace(TaskrouterResource, uri="/Workspaces/{sid}"):
    """client.taskrouter.v1.workspaces"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    default_activity_name: str | None
    default_activity_sid: str | None
    event_callback_url: str | None
    events_filter: str | None
    friendly_name: str | None
    multi_task_enabled: bool | None
    sid: str = field(prefix="WS")
    timeout_activity_name: str | None
    timeout_activity_sid: str | None
    prioritize_queue_order: QueueOrder
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str
        event_callback_url: str = UNSET
        events_filter: str = UNSET
        multi_task_enabled: bool = UNSET
        template: str = UNSET
        prioritize_queue_order: QueueOrder = UNSET

    class Update(Params):
        default_activity_sid: str = UNSET
        event_callback_url: str = UNSET
        events_filter: str = UNSET
        friendly_name: str = UNSET
        multi_task_enabled: bool = UNSET
        timeout_activity_sid: str = UNSET
        prioritize_queue_order: QueueOrder = UNSET

    class List(Paging):
        friendly_name: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    activities = collection(Activity)
    cumulative_statistics = collection(WorkspaceCumulativeStatistics)
    events = collection(Event)
    real_time_statistics = collection(WorkspaceRealTimeStatistics)
    statistics = collection(WorkspaceStatistics)
    task_channels = collection(TaskChannel)
    task_queues = collection(TaskQueue, TaskQueues)
    tasks = collection(Task)
    workers = collection(Worker, Workers)
    workflows = collection(Workflow)
