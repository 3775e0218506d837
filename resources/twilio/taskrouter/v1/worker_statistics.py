"""Statistics of workers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params

from .base import TaskrouterResource


class WorkerStatistics(
    TaskrouterResource, uri="/Workspaces/{workspace_sid}/Workers/{worker_sid}/Statistics"
):
    """client.taskrouter.v1.workspaces(…).workers(…).statistics"""

    account_sid: str
    cumulative: Any
    worker_sid: str
    workspace_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        minutes: int = UNSET
        start_date: datetime = UNSET
        end_date: datetime = UNSET
        task_channel: str = UNSET
