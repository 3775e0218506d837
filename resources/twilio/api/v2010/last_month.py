"""Usage records last month of accounts."""

from __future__ import annotations

from .all_time import AllTime


class LastMonth(AllTime, uri="/Accounts/{account_sid}/Usage/Records/LastMonth.json"):
    """client.api.v2010.accounts(…).usage.records.last_month"""
