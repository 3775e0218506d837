"""Usage records this month of accounts."""

from __future__ import annotations

from .all_time import AllTime


class ThisMonth(AllTime, uri="/Accounts/{account_sid}/Usage/Records/ThisMonth.json"):
    """client.api.v2010.accounts(…).usage.records.this_month"""
