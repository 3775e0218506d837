"""Devices."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field

from .base import MicrovisorResource
from .config import Config
from .secret import Secret


class Device(MicrovisorResource, uri="/Devices/{sid}"):
    """client.microvisor.v1.devices"""

    sid: str = field(prefix="UV")
    unique_name: str | None
    account_sid: str
    app: dict[str, Any] | None
    logging: dict[str, Any] | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Update(Params):
        unique_name: str = UNSET
        target_app: str = UNSET
        logging_enabled: bool = UNSET
        restart_app: bool = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    device_configs = collection(Config)
    device_secrets = collection(Secret)
