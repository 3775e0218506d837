from __future__ import annotations

from restmap import Model, Params, Resource, param

from .base import MonitorResource


class V2AlarmStatus(Model):
    enabled: bool


class AlarmStatus(MonitorResource, uri="/Alarms/{sid}/status"):
    """monitor.v2.status."""

    class Key(Resource.Key):
        sid: str

    class Update(Params, method="PUT"):
        monitor_v2_alarm_status: V2AlarmStatus = param(location="body")
