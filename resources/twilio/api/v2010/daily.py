"""Usage records daily of accounts."""

from __future__ import annotations

from .all_time import AllTime


class Daily(AllTime, uri="/Accounts/{account_sid}/Usage/Records/Daily.json"):
    """client.api.v2010.accounts(…).usage.records.daily"""
