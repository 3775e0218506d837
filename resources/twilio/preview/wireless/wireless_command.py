"""Commands."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import PreviewResource


class WirelessCommand(PreviewResource, uri="/Commands/{sid}"):
    """client.preview.wireless.commands"""

    sid: str = field(prefix="DC")
    account_sid: str
    device_sid: str | None
    sim_sid: str | None
    command: str | None
    command_mode: str | None
    status: str | None
    direction: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        command: str
        device: str = UNSET
        sim: str = UNSET
        callback_method: str = UNSET
        callback_url: str = UNSET
        command_mode: str = UNSET
        include_sid: str = UNSET

    class List(Paging):
        device: str = UNSET
        sim: str = UNSET
        status: str = UNSET
        direction: str = UNSET

    class Fetch(Params): ...
