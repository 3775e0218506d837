"""Worker channels of workers."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import TaskrouterResource


class Channel(
    TaskrouterResource, uri="/Workspaces/{workspace_sid}/Workers/{worker_sid}/Channels/{sid}"
):
    """client.taskrouter.v1.workspaces(…).workers(…).worker_channels"""

    account_sid: str
    assigned_tasks: int
    available: bool | None
    available_capacity_percentage: int
    configured_capacity: int
    date_created: datetime
    date_updated: datetime | None
    sid: str = field(prefix="WC")
    task_channel_sid: str | None
    task_channel_unique_name: str | None
    worker_sid: str
    workspace_sid: str
    url: str

    class Update(Params):
        capacity: int = UNSET
        available: bool = UNSET

    class List(Paging): ...

    class Fetch(Params): ...
