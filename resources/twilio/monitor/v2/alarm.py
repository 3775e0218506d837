"""Alarms."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, param

from .base import MonitorResource

QueryType = Literal["ERROR_CODE", "LOG_LEVEL", "ALL"]
SortOrder = Literal["asc", "desc"]
TimeWindow = Literal["FIVE_MINS", "FIFTEEN_MINS", "ONE_HOUR", "TWELVE_HOURS", "ONE_DAY"]


class AlarmParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = param(default=...)
    query_type: QueryType = param(default=...)
    trigger_value: int = param(default=...)
    time_window: TimeWindow = param(default=...)
    description: str = param(default=...)
    enabled: bool = param(default=...)
    query: str = UNSET
    email: list[str] = UNSET
    webhook: str = UNSET
    console_indicator: bool = UNSET
    monitor_v2_alarm_create_object: dict[str, Any] = param(location="body", default=UNSET)


class Alarm(MonitorResource, uri="/Alarms/{sid}"):
    """client.monitor.v2.alarms"""

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

    class List(Paging):
        sort_order: SortOrder = param(name="SortOrder", default=UNSET)

    class Create(AlarmParameters): ...

    class Update(AlarmParameters, method="PUT"): ...

    class Fetch(Params): ...

    class Delete(Params): ...
