from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Paging

from .base import InsightsResource
from .types import TwilioEdge

Level = Literal["UNKNOWN", "DEBUG", "INFO", "WARNING", "ERROR"]


class Event(InsightsResource, uri="/Voice/{call_sid}/Events"):
    """insights.v1.calls(…).events."""

    timestamp: str | None
    call_sid: str
    account_sid: str
    edge: TwilioEdge | None
    group: str | None
    level: Level | None
    name: str | None
    carrier_edge: Any
    sip_edge: Any
    sdk_edge: Any
    client_edge: Any
    conversation_relay_data: Any

    class List(Paging):
        edge: TwilioEdge = UNSET
