from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, param

from .base import MonitorResource

QueryType = Literal["ERROR_CODE", "LOG_LEVEL", "ALL"]
SortOrder = Literal["asc", "desc"]
TimeWindow = Literal["FIVE_MINS", "FIFTEEN_MINS", "ONE_HOUR", "TWELVE_HOURS", "ONE_DAY"]


class Alarm(MonitorResource, uri="/Alarms/{sid}"):
    """monitor.v2.alarms."""

    friendly_name: str
    query_type: QueryType
    query: str
    trigger_value: int
    time_window: TimeWindow
    email: list[str]
    webhook: str
    console_indicator: bool
    description: str
    enabled: bool
    product: str
    alert_config_sid: str
    date_updated: datetime
    date_created: datetime
    sid: str = field(prefix="AK")

    class Create(Params):
        monitor_v2_alarm_create_object: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        monitor_v2_alarm_create_object: dict[str, Any] = param(location="body")

    class List(Paging):
        sort_order: SortOrder = UNSET

    class Fetch(Params): ...
    class Delete(Params): ...
