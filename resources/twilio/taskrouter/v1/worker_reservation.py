"""Reservations of workers."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import TaskrouterResource
from .parameters import ReservationAndReservation
from .types import Status


class Reservation(
    TaskrouterResource, uri="/Workspaces/{workspace_sid}/Workers/{worker_sid}/Reservations/{sid}"
):
    """client.taskrouter.v1.workspaces(…).workers(…).reservations"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    reservation_status: Status
    sid: str = field(prefix="WR")
    task_sid: str | None
    worker_name: str | None
    worker_sid: str
    workspace_sid: str
    url: str
    links: dict[str, str] | None

    class List(Paging):
        reservation_status: Status = UNSET

    class Update(ReservationAndReservation): ...

    class Fetch(Params): ...
