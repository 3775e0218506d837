"""Signing keys of accounts."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import ApiResource


class SigningKey(ApiResource, uri="/Accounts/{account_sid}/SigningKeys/{sid}.json"):
    """client.api.v2010.accounts(…).signing_keys"""

    sid: str = field(prefix="SK")
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    account_sid: str

    class Update(Params):
        friendly_name: str = UNSET

    class List(Paging, items="signing_keys"): ...

    class Fetch(Params): ...

    class Delete(Params): ...
