"""Ip commands."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import SupersimResource
from .types import Direction

PayloadType = Literal["text", "binary"]
Status = Literal["queued", "sent", "received", "failed"]


class IpCommand(SupersimResource, uri="/IpCommands/{sid}"):
    """client.supersim.v1.ip_commands"""

    sid: str = field(prefix="HG")
    account_sid: str
    sim_sid: str | None
    sim_iccid: str | None
    status: Status
    direction: Direction
    device_ip: str | None
    device_port: int
    payload_type: PayloadType
    payload: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        sim: str
        payload: str
        device_port: int
        payload_type: PayloadType = UNSET
        callback_url: str = UNSET
        callback_method: CallbackMethod = UNSET

    class List(Paging):
        sim: str = UNSET
        sim_iccid: str = UNSET
        status: Status = UNSET
        direction: Direction = UNSET

    class Fetch(Params): ...
