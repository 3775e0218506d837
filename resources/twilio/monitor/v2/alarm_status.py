"""Status."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, Resource, param

from .base import MonitorResource


class AlarmStatus(MonitorResource, uri="/Alarms/{sid}/status"):
    """client.monitor.v2.status"""

    class Key(Resource.Key):
        sid: str

    class Update(Params, method="PUT"):
        enabled: bool = param(default=...)
        monitor_v2_alarm_status: dict[str, Any] = param(location="body", default=UNSET)
