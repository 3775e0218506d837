"""Task channels of workspaces."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import TaskrouterResource


class TaskChannel(TaskrouterResource, uri="/Workspaces/{workspace_sid}/TaskChannels/{sid}"):
    """client.taskrouter.v1.workspaces(…).task_channels"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    sid: str = field(prefix="TC")
    unique_name: str | None
    workspace_sid: str
    channel_optimized_routing: bool | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str
        unique_name: str
        channel_optimized_routing: bool = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        channel_optimized_routing: bool = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
