"""Subscribed events of subscriptions."""

from __future__ import annotations

from restmap import UNSET, Paging, Params

from .base import EventsResource


class SubscribedEvent(
    EventsResource, uri="/Subscriptions/{subscription_sid}/SubscribedEvents/{type}"
):
    """client.events.v1.subscriptions(…).subscribed_events"""

    account_sid: str
    type: str
    schema_version: int
    subscription_sid: str
    url: str

    class Create(Params):
        type: str
        schema_version: int = UNSET

    class Update(Params):
        schema_version: int = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
