"""Reservations of tasks."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from .base import TaskrouterResource
from .parameters import ReservationAndReservation
from .types import Status

SupervisorMode = Literal["monitor", "whisper", "barge"]


class Reservation(
    TaskrouterResource, uri="/Workspaces/{workspace_sid}/Tasks/{task_sid}/Reservations/{sid}"
):
    """client.taskrouter.v1.workspaces(…).tasks(…).reservations"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    reservation_status: Status
    sid: str = field(prefix="WR")
    task_sid: str
    worker_name: str | None
    worker_sid: str | None
    workspace_sid: str
    url: str
    links: dict[str, str] | None

    class Update(ReservationAndReservation):
        supervisor_mode: SupervisorMode = UNSET
        supervisor: str = UNSET

    class List(Paging):
        reservation_status: Status = UNSET
        worker_sid: str = UNSET

    class Fetch(Params): ...
