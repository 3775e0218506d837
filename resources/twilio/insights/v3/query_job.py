from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, camel_case, param

from ...other_pages import MetaTokenPage
from .base import InsightsResource

LongRunningOperationStatus = Literal["PENDING", "RUNNING", "CANCELLED", "COMPLETED", "FAILED"]


class QueryJob(
    InsightsResource,
    uri="/InsightsDomains/Conversations/QueryJobs/{operation_id}",
    field_names=camel_case,
):
    """insights.v3.query_jobs."""

    operation_id: str
    status: LongRunningOperationStatus
    status_url: str
    created_at: datetime
    completed_at: datetime | None
    error: dict[str, Any] | None
    result_url: str | None
    result_id: str | None
    result_retention_period: str | None

    class Create(Params):
        insights_query_request: dict[str, Any] = param(location="body")
        idempotency_key: str = param(location="header", default=UNSET)

    class List(Paging, page=MetaTokenPage("items")):
        status: LongRunningOperationStatus = UNSET

    class Fetch(Params): ...
