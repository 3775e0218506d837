"""Balance of accounts."""

from __future__ import annotations

from restmap import NoKey, Params

from .base import ApiResource


class Balance(ApiResource, uri="/Accounts/{account_sid}/Balance.json"):
    """client.api.v2010.accounts(…).balance"""

    account_sid: str
    balance: str | None
    currency: str | None

    class Key(NoKey): ...

    class Fetch(Params): ...
