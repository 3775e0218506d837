"""Statistics of workspaces."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params

from .base import TaskrouterResource


class WorkspaceStatistics(TaskrouterResource, uri="/Workspaces/{workspace_sid}/Statistics"):
    """client.taskrouter.v1.workspaces(…).statistics"""

    realtime: Any
    cumulative: Any
    account_sid: str
    workspace_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        minutes: int = UNSET
        start_date: datetime = UNSET
        end_date: datetime = UNSET
        task_channel: str = UNSET
        split_by_wait_time: str = UNSET
