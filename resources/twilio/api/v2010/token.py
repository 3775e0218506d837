from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Params

from .base import ApiResource


class Token(ApiResource, uri="/Accounts/{account_sid}/Tokens.json"):
    """api.v2010.accounts(…).tokens."""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    ice_servers: list[dict[str, Any]] | None
    password: str | None
    ttl: str | None
    username: str | None

    class Create(Params):
        ttl: int = UNSET
