"""Query."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, action, param

from .base import InsightsResource
from .models import PaginationMeta, QueryDefinition


class Query(InsightsResource, uri="/InsightsDomains/Conversations/Query"):
    """client.insights.v3.query"""

    domain: str
    items: list[dict[str, Any]]
    meta: PaginationMeta

    class Key(NoKey): ...

    class Post(Params):
        query: QueryDefinition = param(default=...)
        page_size: int = param(location="query", default=UNSET)
        domain: str = UNSET
        insights_query_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params):
        page_token: str

    create = action(Post)
    create_async = create.awaited()
