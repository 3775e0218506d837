"""Usage records yesterday of accounts."""

from __future__ import annotations

from .all_time import AllTime


class Yesterday(AllTime, uri="/Accounts/{account_sid}/Usage/Records/Yesterday.json"):
    """client.api.v2010.accounts(…).usage.records.yesterday"""
