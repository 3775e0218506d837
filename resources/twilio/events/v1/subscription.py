"""Subscriptions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field, json_value, list_of, param

from .base import EventsResource
from .subscribed_event import SubscribedEvent


class Subscription(EventsResource, uri="/Subscriptions/{sid}"):
    """client.events.v1.subscriptions"""

    account_sid: str
    sid: str = field(prefix="DF")
    date_created: datetime
    date_updated: datetime | None
    description: str | None
    sink_sid: str | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        description: str
        sink_sid: str
        types: list[Any] = param(list_of(json_value))

    class Update(Params):
        description: str = UNSET

    class List(Paging):
        sink_sid: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    subscribed_events = collection(SubscribedEvent)
