"""Phone numbers of services."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import MessagingResource


class PhoneNumber(MessagingResource, uri="/Services/{service_sid}/PhoneNumbers/{sid}"):
    """client.messaging.v1.services(…).phone_numbers"""

    sid: str = field(prefix="PN")
    account_sid: str
    service_sid: str
    date_created: datetime
    date_updated: datetime | None
    phone_number: str | None
    country_code: str | None
    capabilities: list[str] | None
    url: str

    class Create(Params):
        phone_number_sid: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
