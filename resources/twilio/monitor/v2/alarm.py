from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Model, Paging, Params, field, param

from .base import MonitorResource

QueryType = Literal["ERROR_CODE", "LOG_LEVEL", "ALL"]
SortOrder = Literal["asc", "desc"]
TimeWindow = Literal["FIVE_MINS", "FIFTEEN_MINS", "ONE_HOUR", "TWELVE_HOURS", "ONE_DAY"]


class AlarmCreateObject(Model):
    friendly_name: str
    query_type: QueryType
    trigger_value: int
    time_window: TimeWindow
    description: str
    enabled: bool
    query: str = UNSET
    email: list[str] = UNSET
    webhook: str = UNSET
    console_indicator: bool = UNSET


class Alarm(MonitorResource, uri="/Alarms/{sid}"):
    """monitor.v2.alarms."""

    friendly_name: str | None
    query_type: QueryType | None
    query: str | None
    trigger_value: int | None
    time_window: TimeWindow | None
    email: list[str] | None
    webhook: str | None
    console_indicator: bool | None
    description: str | None
    enabled: bool | None
    product: str | None
    alert_config_sid: str | None
    date_updated: datetime | None
    date_created: datetime | None
    sid: str = field(prefix="AK")

    class Create(Params):
        monitor_v2_alarm_create_object: AlarmCreateObject = param(location="body")

    class Update(Params, method="PUT"):
        monitor_v2_alarm_create_object: AlarmCreateObject = param(location="body")

    class List(Paging):
        sort_order: SortOrder = UNSET

    class Fetch(Params): ...
    class Delete(Params): ...
