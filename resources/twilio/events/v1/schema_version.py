"""Versions of schemas."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params

from .base import EventsResource


class SchemaVersion(EventsResource, uri="/Schemas/{id}/Versions/{schema_version}"):
    """client.events.v1.schemas(…).versions"""

    id: str
    schema_version: int
    date_created: datetime
    url: str
    raw: str | None

    class List(Paging): ...

    class Fetch(Params): ...
