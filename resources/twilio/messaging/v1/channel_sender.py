"""Channel senders of services."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import MessagingResource


class ChannelSender(
    MessagingResource, uri="/Services/{messaging_service_sid}/ChannelSenders/{sid}"
):
    """client.messaging.v1.services(…).channel_senders"""

    account_sid: str
    messaging_service_sid: str
    sid: str = field(prefix="XE")
    sender: str | None
    sender_type: str | None
    country_code: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        sid: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
