"""Proxy phone numbers: https://www.twilio.com/docs/proxy/api/phone-number"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field

from .base import ProxyResource


class PhoneNumber(ProxyResource, uri="/Services/{service_sid}/PhoneNumbers/{sid}"):
    """A number of a service's pool, which masks participants."""

    sid: str = field(prefix="PN")
    service_sid: str
    account_sid: str
    phone_number: str = field(unique=True)
    friendly_name: str | None
    iso_country: str | None
    capabilities: dict[str, Any] | None
    is_reserved: bool
    in_use: int
    date_created: datetime
    date_updated: datetime
    url: str

    class Create(Params):  # a number of the account, by its sid or by itself
        sid: str = UNSET
        phone_number: str = UNSET
        is_reserved: bool = UNSET

    class Update(Params):
        is_reserved: bool = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
