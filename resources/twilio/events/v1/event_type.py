"""Event types."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params

from .base import EventsResource


class EventType(EventsResource, uri="/Types/{type}"):
    """client.events.v1.event_types"""

    type: str
    schema_id: str | None
    date_created: datetime
    date_updated: datetime | None
    description: str | None
    status: str | None
    documentation_url: str | None
    url: str
    links: dict[str, str] | None

    class List(Paging):
        schema_id: str = UNSET

    class Fetch(Params): ...
