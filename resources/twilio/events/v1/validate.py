"""Sink validate of sinks."""

from __future__ import annotations

from restmap import Params

from .base import EventsResource


class Validate(EventsResource, uri="/Sinks/{sid}/Validate"):
    """client.events.v1.sinks(…).sink_validate"""

    result: str | None
    sid: str

    class Create(Params):
        test_id: str
