"""Sync streams of services."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import SyncResource
from .stream_message import StreamMessage


class SyncStream(SyncResource, uri="/Services/{service_sid}/Streams/{sid}"):
    """client.sync.v1.services(…).sync_streams"""

    sid: str = field(prefix="TO")
    unique_name: str | None
    account_sid: str
    service_sid: str
    url: str
    links: dict[str, str] | None
    date_expires: datetime | None
    date_created: datetime
    date_updated: datetime | None
    created_by: str | None

    class Create(Params):
        unique_name: str = UNSET
        ttl: int = UNSET

    class Update(Params):
        ttl: int = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    stream_messages = collection(StreamMessage)
