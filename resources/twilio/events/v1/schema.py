"""Schemas."""

from __future__ import annotations

from datetime import datetime

from restmap import Params, collection

from .base import EventsResource
from .schema_version import SchemaVersion


class Schema(EventsResource, uri="/Schemas/{id}"):
    """client.events.v1.schemas"""

    id: str
    url: str
    links: dict[str, str] | None
    latest_version_date_created: datetime | None
    latest_version: int

    class Fetch(Params): ...

    versions = collection(SchemaVersion)
