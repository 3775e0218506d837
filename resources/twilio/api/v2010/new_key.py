"""New keys of accounts."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, field

from .base import ApiResource


class NewKey(ApiResource, uri="/Accounts/{account_sid}/Keys.json"):
    """client.api.v2010.accounts(…).new_keys"""

    sid: str = field(prefix="SK")
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    secret: str | None
    account_sid: str

    class Create(Params):
        friendly_name: str = UNSET
