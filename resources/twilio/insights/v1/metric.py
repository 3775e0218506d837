"""Metrics of calls."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Paging

from .base import InsightsResource
from .types import TwilioEdge

StreamDirection = Literal["unknown", "inbound", "outbound", "both"]


class Metric(InsightsResource, uri="/Voice/{call_sid}/Metrics"):
    """client.insights.v1.calls(…).metrics"""

    timestamp: str | None
    call_sid: str
    account_sid: str
    edge: TwilioEdge | None
    direction: StreamDirection | None
    carrier_edge: Any
    sip_edge: Any
    sdk_edge: Any
    client_edge: Any

    class List(Paging):
        edge: TwilioEdge = UNSET
        direction: StreamDirection = UNSET
