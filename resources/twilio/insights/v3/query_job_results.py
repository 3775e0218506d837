"""Results."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, Resource

from .base import InsightsResource
from .models import PaginationMeta


class QueryJobResults(
    InsightsResource, uri="/InsightsDomains/Conversations/QueryJobs/{operation_id}/Results"
):
    """client.insights.v3.results"""

    domain: str
    items: list[dict[str, Any]]
    meta: PaginationMeta

    class Key(Resource.Key):
        operation_id: str

    class Fetch(Params):
        page_size: int = UNSET
        page_token: str = UNSET
