"""Proxy participants: https://www.twilio.com/docs/proxy/api/participant"""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import ProxyResource
from .message_interaction import MessageInteraction


class Participant(
    ProxyResource, uri="/Services/{service_sid}/Sessions/{session_sid}/Participants/{sid}"
):
    """Someone in a session, reached through a proxy number."""

    sid: str = field(prefix="KP")
    session_sid: str
    service_sid: str
    account_sid: str
    friendly_name: str | None
    identifier: str
    proxy_identifier: str | None
    proxy_identifier_sid: str | None
    date_deleted: datetime | None
    date_created: datetime
    date_updated: datetime
    url: str
    links: dict[str, str]

    class Create(Params):
        identifier: str
        friendly_name: str = UNSET
        proxy_identifier: str = UNSET
        proxy_identifier_sid: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    message_interactions = collection(MessageInteraction)
