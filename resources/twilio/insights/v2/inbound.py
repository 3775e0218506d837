from __future__ import annotations

from typing import Any

from restmap import NoKey, Paging

from .base import InsightsResource


class Inbound(InsightsResource, uri="/Voice/Reports/PhoneNumbers/Inbound/{report_id}"):
    """insights.v2.inbound."""

    handle: str
    total_calls: int
    call_answer_score: float
    call_state_percentage: dict[str, Any]
    silent_calls_percentage: float
    report_id: str

    class Key(NoKey): ...

    class List(Paging): ...
