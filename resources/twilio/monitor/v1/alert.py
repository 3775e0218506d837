"""Alerts."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import MonitorResource


class Alert(MonitorResource, uri="/Alerts/{sid}"):
    """client.monitor.v1.alerts"""

    account_sid: str
    alert_text: str | None
    api_version: str | None
    date_created: datetime
    date_generated: datetime | None
    date_updated: datetime | None
    error_code: str | None
    log_level: str | None
    more_info: str | None
    request_method: CallbackMethod | None
    request_url: str | None
    request_variables: str | None
    resource_sid: str | None
    response_body: str | None
    response_headers: str | None
    sid: str = field(prefix="NO")
    url: str
    request_headers: str | None
    service_sid: str | None

    class List(Paging):
        log_level: str = UNSET
        start_date: datetime = UNSET
        end_date: datetime = UNSET

    class Fetch(Params): ...
