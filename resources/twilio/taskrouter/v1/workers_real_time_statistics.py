"""Workers real time statistics of workspaces."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params

from .base import TaskrouterResource


class WorkersRealTimeStatistics(
    TaskrouterResource, uri="/Workspaces/{workspace_sid}/Workers/RealTimeStatistics"
):
    """client.taskrouter.v1.workspaces(…).workers.real_time_statistics"""

    account_sid: str
    activity_statistics: list[Any] | None
    total_workers: int
    workspace_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        task_channel: str = UNSET
