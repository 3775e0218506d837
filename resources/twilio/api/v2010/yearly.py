"""Usage records yearly of accounts."""

from __future__ import annotations

from .all_time import AllTime


class Yearly(AllTime, uri="/Accounts/{account_sid}/Usage/Records/Yearly.json"):
    """client.api.v2010.accounts(…).usage.records.yearly"""
