from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, param

from .base import InsightsResource
from .types import ReportStatus


class AccountReport(InsightsResource, uri="/Voice/Reports/{report_id}"):
    """insights.v2.reports."""

    account_sid: str
    report_id: str
    status: ReportStatus
    request_meta: dict[str, Any]
    report: dict[str, Any] | None
    url: str

    class Create(Params):
        insights_v2_create_account_report_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Fetch(Params): ...
