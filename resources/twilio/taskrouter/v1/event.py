"""Events of workspaces: https://www.twilio.com/docs/taskrouter/api/event"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field

from .base import TaskrouterResource


class Event(TaskrouterResource, uri="/Workspaces/{workspace_sid}/Events/{sid}"):
    """client.taskrouter.v1.workspaces(…).events"""

    account_sid: str
    actor_sid: str | None
    actor_type: str | None
    actor_url: str | None
    description: str | None
    event_data: Any
    event_date: datetime | None
    event_date_ms: int | None
    event_type: str | None
    resource_sid: str | None
    resource_type: str | None
    resource_url: str | None
    sid: str = field(prefix="EV")
    source: str | None
    source_ip_address: str | None
    url: str
    workspace_sid: str

    class List(Paging):
        end_date: datetime = UNSET
        event_type: str = UNSET
        minutes: int = UNSET
        reservation_sid: str = UNSET
        start_date: datetime = UNSET
        task_queue_sid: str = UNSET
        task_sid: str = UNSET
        worker_sid: str = UNSET
        workflow_sid: str = UNSET
        task_channel: str = UNSET
        sid: str = UNSET

    class Fetch(Params): ...
