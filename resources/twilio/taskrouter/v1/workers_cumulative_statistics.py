"""Workers cumulative statistics of workspaces."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, NoKey, Params

from .base import TaskrouterResource


class WorkersCumulativeStatistics(
    TaskrouterResource, uri="/Workspaces/{workspace_sid}/Workers/CumulativeStatistics"
):
    """client.taskrouter.v1.workspaces(…).workers.cumulative_statistics"""

    account_sid: str
    start_time: datetime | None
    end_time: datetime | None
    activity_durations: list[Any] | None
    reservations_created: int
    reservations_accepted: int
    reservations_rejected: int
    reservations_timed_out: int
    reservations_canceled: int
    reservations_rescinded: int
    workspace_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        end_date: datetime = UNSET
        minutes: int = UNSET
        start_date: datetime = UNSET
        task_channel: str = UNSET
