"""Tasks of workspaces."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field, param

from .base import TaskrouterResource
from .task_reservation import Reservation

Status = Literal["pending", "reserved", "assigned", "canceled", "completed", "wrapping"]


class Task(TaskrouterResource, uri="/Workspaces/{workspace_sid}/Tasks/{sid}"):
    """client.taskrouter.v1.workspaces(…).tasks"""

    account_sid: str
    age: int
    assignment_status: Status
    attributes: str | None
    addons: str | None
    date_created: datetime
    date_updated: datetime | None
    task_queue_entered_date: datetime | None
    priority: int
    reason: str | None
    sid: str = field(prefix="WT")
    task_queue_sid: str | None
    task_queue_friendly_name: str | None
    task_channel_sid: str | None
    task_channel_unique_name: str | None
    timeout: int
    workflow_sid: str | None
    workflow_friendly_name: str | None
    workspace_sid: str
    url: str
    links: dict[str, str] | None
    virtual_start_time: datetime | None
    ignore_capacity: bool | None
    routing_target: str | None

    class Create(Params):
        timeout: int = UNSET
        priority: int = UNSET
        task_channel: str = UNSET
        workflow_sid: str = UNSET
        attributes: str = UNSET
        virtual_start_time: datetime = UNSET
        routing_target: str = UNSET
        ignore_capacity: str = UNSET
        task_queue_sid: str = UNSET

    class Update(Params):
        if_match: str = param(location="header", default=UNSET)
        attributes: str = UNSET
        assignment_status: Status = UNSET
        reason: str = UNSET
        priority: int = UNSET
        task_channel: str = UNSET
        virtual_start_time: datetime = UNSET

    class List(Paging):
        priority: int = UNSET
        assignment_status: list[str] = UNSET
        workflow_sid: str = UNSET
        workflow_name: str = UNSET
        task_queue_sid: str = UNSET
        task_queue_name: str = UNSET
        evaluate_task_attributes: str = UNSET
        routing_target: str = UNSET
        ordering: str = UNSET
        has_addons: bool = UNSET

    class Delete(Params):
        if_match: str = param(location="header", default=UNSET)

    class Fetch(Params): ...

    reservations = collection(Reservation)
