from __future__ import annotations

from typing import Any

from restmap import NoKey, Params

from .base import InsightsResource


class Metadata(InsightsResource, uri="/InsightsDomains/Conversations/Metadata"):
    """insights.v3.metadata."""

    domain: str
    cubes: list[dict[str, Any]]

    class Key(NoKey): ...

    class Fetch(Params): ...
