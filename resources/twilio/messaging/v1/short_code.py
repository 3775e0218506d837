"""Short codes of services."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import MessagingResource


class ShortCode(MessagingResource, uri="/Services/{service_sid}/ShortCodes/{sid}"):
    """client.messaging.v1.services(…).short_codes"""

    sid: str = field(prefix="SC")
    account_sid: str
    service_sid: str
    date_created: datetime
    date_updated: datetime | None
    short_code: str | None
    country_code: str | None
    capabilities: list[str] | None
    url: str

    class Create(Params):
        short_code_sid: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
