"""Inbound reports."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Model, Params, param

from .base import InsightsResource
from .models import ReportMetadata, TimeRange
from .types import ReportStatus


class PhoneNumberReportFilter(Model):
    key: str = UNSET
    values: list[str] = UNSET


class InboundReport(InsightsResource, uri="/Voice/Reports/PhoneNumbers/Inbound"):
    """client.insights.v2.inbound_reports"""

    account_sid: str
    report_id: str
    status: ReportStatus
    request_meta: ReportMetadata
    url: str

    class Create(Params):
        time_range: TimeRange = UNSET
        filters: list[PhoneNumberReportFilter] = UNSET
        size: int = UNSET
        insights_v2_create_phone_numbers_report_request: dict[str, Any] = param(
            location="body", default=UNSET
        )
