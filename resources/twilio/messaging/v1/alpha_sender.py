"""Alpha senders of services."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import MessagingResource


class AlphaSender(MessagingResource, uri="/Services/{service_sid}/AlphaSenders/{sid}"):
    """client.messaging.v1.services(…).alpha_senders"""

    sid: str = field(prefix="AI")
    account_sid: str
    service_sid: str
    date_created: datetime
    date_updated: datetime | None
    alpha_sender: str | None
    capabilities: list[str] | None
    url: str

    class Create(Params):
        alpha_sender: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
