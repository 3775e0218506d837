"""Sink test of sinks."""

from __future__ import annotations

from restmap import Params

from .base import EventsResource


class Test(EventsResource, uri="/Sinks/{sid}/Test"):
    """client.events.v1.sinks(…).sink_test"""

    result: str | None
    sid: str

    class Create(Params): ...
