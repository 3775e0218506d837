"""Calls."""

from __future__ import annotations

from restmap import Params, collection, field

from .annotation import Annotation
from .base import InsightsResource
from .call_summary import CallSummary
from .event import Event
from .metric import Metric


class Call(InsightsResource, uri="/Voice/{sid}"):
    """client.insights.v1.calls"""

    sid: str = field(prefix="CA")
    url: str
    links: dict[str, str] | None

    class Fetch(Params): ...

    annotation = collection(Annotation)
    events = collection(Event)
    metrics = collection(Metric)
    summary = collection(CallSummary)
