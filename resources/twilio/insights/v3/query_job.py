"""Query jobs."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from restmap import UNSET, Model, Paging, Params, camel_case, param

from ...other_pages import MetaTokenPage
from .base import InsightsResource
from .models import QueryDefinition

LongRunningOperationStatus = Literal["PENDING", "RUNNING", "CANCELLED", "COMPLETED", "FAILED"]


class OperationError(Model):
    code: int
    message: str
    http_status_code: int
    detail: str | None = None


class QueryJob(
    InsightsResource,
    uri="/InsightsDomains/Conversations/QueryJobs/{operation_id}",
    field_names=camel_case,
):
    """client.insights.v3.query_jobs"""

    operation_id: str
    status: LongRunningOperationStatus
    status_url: str | None
    created_at: datetime
    completed_at: datetime | None
    error: OperationError | None
    result_url: str | None
    result_id: str | None
    result_retention_period: str | None

    class Create(Params):
        query: QueryDefinition = param(default=...)
        idempotency_key: UUID = param(location="header", default=UNSET)
        domain: str = UNSET
        insights_query_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, page=MetaTokenPage("items")):
        status: LongRunningOperationStatus = UNSET

    class Fetch(Params): ...
