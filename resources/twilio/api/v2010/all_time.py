"""Usage records all time of accounts."""

from __future__ import annotations

from datetime import date

from restmap import UNSET, Paging, date_or_offset, param

from .base import ApiResource


class AllTime(ApiResource, uri="/Accounts/{account_sid}/Usage/Records/AllTime.json"):
    """client.api.v2010.accounts(…).usage.records.all_time"""

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
