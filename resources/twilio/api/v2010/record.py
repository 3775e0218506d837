"""Usage records of accounts."""

from __future__ import annotations

from datetime import date

from restmap import UNSET, Collection, Paging, collection, date_or_offset, param

from .all_time import AllTime
from .base import ApiResource
from .daily import Daily
from .last_month import LastMonth
from .monthly import Monthly
from .this_month import ThisMonth
from .today import Today
from .yearly import Yearly
from .yesterday import Yesterday


class Record(ApiResource, uri="/Accounts/{account_sid}/Usage/Records.json"):
    """client.api.v2010.accounts(…).usage.records"""

    account_sid: str
    api_version: str | None
    as_of: str | None
    category: str | None
    count: str | None
    count_unit: str | None
    description: str | None
    end_date: date | None
    price: float | None
    price_unit: str | None
    start_date: date | None
    subresource_uris: dict[str, str] | None
    uri: str
    usage: str | None
    usage_unit: str | None

    class List(Paging, items="usage_records"):
        category: str = UNSET
        start_date: date | str = param(date_or_offset, default=UNSET)
        end_date: date | str = param(date_or_offset, default=UNSET)
        include_subaccounts: bool = UNSET


class Records(Collection[Record]):
    """The collection of records, with mounts of its own."""

    all_time = collection(AllTime)
    daily = collection(Daily)
    last_month = collection(LastMonth)
    monthly = collection(Monthly)
    this_month = collection(ThisMonth)
    today = collection(Today)
    yearly = collection(Yearly)
    yesterday = collection(Yesterday)
