"""Usage records monthly of accounts."""

from __future__ import annotations

from .all_time import AllTime


class Monthly(AllTime, uri="/Accounts/{account_sid}/Usage/Records/Monthly.json"):
    """client.api.v2010.accounts(…).usage.records.monthly"""
