"""Usage records today of accounts."""

from __future__ import annotations

from .all_time import AllTime


class Today(AllTime, uri="/Accounts/{account_sid}/Usage/Records/Today.json"):
    """client.api.v2010.accounts(…).usage.records.today"""
