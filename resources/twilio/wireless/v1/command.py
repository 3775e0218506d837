"""Commands: https://www.twilio.com/docs/iot/wireless/api/command-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import WirelessResource

CommandMode = Literal["text", "binary"]
Direction = Literal["from_sim", "to_sim"]
Status = Literal["queued", "sent", "delivered", "received", "failed"]
Transport = Literal["sms", "ip"]


class Command(WirelessResource, uri="/Commands/{sid}"):
    """client.wireless.v1.commands"""

    sid: str = field(prefix="DC")
    account_sid: str
    sim_sid: str | None
    command: str | None
    command_mode: CommandMode
    transport: Transport
    delivery_receipt_requested: bool | None
    status: Status
    direction: Direction
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        command: str
        sim: str = UNSET
        callback_method: CallbackMethod = UNSET
        callback_url: str = UNSET
        command_mode: CommandMode = UNSET
        include_sid: str = UNSET
        delivery_receipt_requested: bool = UNSET

    class List(Paging):
        sim: str = UNSET
        status: Status = UNSET
        direction: Direction = UNSET
        transport: Transport = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
