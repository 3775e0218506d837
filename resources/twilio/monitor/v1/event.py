"""Events."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field

from .base import MonitorResource


class Event(MonitorResource, uri="/Events/{sid}"):
    """client.monitor.v1.events"""

    account_sid: str
    actor_sid: str | None
    actor_type: str | None
    description: str | None
    event_data: Any
    event_date: datetime | None
    event_type: str | None
    resource_sid: str | None
    resource_type: str | None
    sid: str = field(prefix="AE")
    source: str | None
    source_ip_address: str | None
    url: str
    links: dict[str, str] | None

    class List(Paging):
        actor_sid: str = UNSET
        event_type: str = UNSET
        resource_sid: str = UNSET
        source_ip_address: str = UNSET
        start_date: datetime = UNSET
        end_date: datetime = UNSET

    class Fetch(Params): ...
