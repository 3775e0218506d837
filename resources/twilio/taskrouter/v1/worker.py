"""Workers of workspaces."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Collection, Paging, Params, collection, field, param

from .base import TaskrouterResource
from .channel import Channel
from .worker_reservation import Reservation
from .worker_statistics import WorkerStatistics
from .workers_cumulative_statistics import WorkersCumulativeStatistics
from .workers_real_time_statistics import WorkersRealTimeStatistics
from .workers_statistics import WorkersStatistics


class Worker(TaskrouterResource, uri="/Workspaces/{workspace_sid}/Workers/{sid}"):
    """client.taskrouter.v1.workspaces(…).workers"""

    account_sid: str
    activity_name: str | None
    activity_sid: str | None
    attributes: str | None
    available: bool | None
    date_created: datetime
    date_status_changed: datetime | None
    date_updated: datetime | None
    friendly_name: str | None
    sid: str = field(prefix="WK")
    workspace_sid: str
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str
        activity_sid: str = UNSET
        attributes: str = UNSET

    class Update(Params):
        if_match: str = param(location="header", default=UNSET)
        activity_sid: str = UNSET
        attributes: str = UNSET
        friendly_name: str = UNSET
        reject_pending_reservations: bool = UNSET

    class List(Paging):
        activity_name: str = UNSET
        activity_sid: str = UNSET
        available: str = UNSET
        friendly_name: str = UNSET
        target_workers_expression: str = UNSET
        task_queue_name: str = UNSET
        task_queue_sid: str = UNSET
        ordering: str = UNSET

    class Delete(Params):
        if_match: str = param(location="header", default=UNSET)

    class Fetch(Params): ...

    reservations = collection(Reservation)
    statistics = collection(WorkerStatistics)
    worker_channels = collection(Channel)


class Workers(Collection[Worker]):
    """The collection of workers, with mounts of its own."""

    cumulative_statistics = collection(WorkersCumulativeStatistics)
    real_time_statistics = collection(WorkersRealTimeStatistics)
    statistics = collection(WorkersStatistics)
