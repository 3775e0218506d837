"""Inbound."""

from __future__ import annotations

from restmap import Model, NoKey, Paging

from .base import InsightsResource


class CallStatePercentage(Model):
    completed: float | None = None
    fail: float | None = None
    busy: float | None = None
    noanswer: float | None = None
    canceled: float | None = None


class Inbound(InsightsResource, uri="/Voice/Reports/PhoneNumbers/Inbound/{report_id}"):
    """client.insights.v2.inbound"""

    handle: str
    total_calls: int
    call_answer_score: float
    call_state_percentage: CallStatePercentage
    silent_calls_percentage: float
    report_id: str

    class Key(NoKey): ...

    class List(Paging): ...
