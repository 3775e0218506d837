from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, param

from .base import InsightsResource
from .types import ReportStatus


class InboundReport(InsightsResource, uri="/Voice/Reports/PhoneNumbers/Inbound"):
    """insights.v2.inbound_reports."""

    account_sid: str
    report_id: str
    status: ReportStatus
    request_meta: dict[str, Any]
    url: str

    class Create(Params):
        insights_v2_create_phone_numbers_report_request: dict[str, Any] = param(
            location="body", default=UNSET
        )
