"""Sms commands."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import SupersimResource
from .types import Direction

Status = Literal["queued", "sent", "delivered", "received", "failed"]


class SmsCommand(SupersimResource, uri="/SmsCommands/{sid}"):
    """client.supersim.v1.sms_commands"""

    sid: str = field(prefix="HC")
    account_sid: str
    sim_sid: str | None
    payload: str | None
    status: Status
    direction: Direction
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        sim: str
        payload: str
        callback_method: CallbackMethod = UNSET
        callback_url: str = UNSET

    class List(Paging):
        sim: str = UNSET
        status: Status = UNSET
        direction: Direction = UNSET

    class Fetch(Params): ...
