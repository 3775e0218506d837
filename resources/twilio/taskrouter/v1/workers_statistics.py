"""Workers statistics of workspaces."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params

from .base import TaskrouterResource


class WorkersStatistics(TaskrouterResource, uri="/Workspaces/{workspace_sid}/Workers/Statistics"):
    """client.taskrouter.v1.workspaces(…).workers.statistics"""

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
        task_queue_sid: str = UNSET
        task_queue_name: str = UNSET
        friendly_name: str = UNSET
        task_channel: str = UNSET
