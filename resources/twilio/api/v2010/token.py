"""Tokens of accounts."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Model, Params

from .base import ApiResource


class TokenIceServer(Model):
    credential: str | None = None
    username: str | None = None
    url: str | None = None
    urls: str | None = None


class Token(ApiResource, uri="/Accounts/{account_sid}/Tokens.json"):
    """client.api.v2010.accounts(…).tokens"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    ice_servers: list[TokenIceServer] | None
    password: str | None
    ttl: str | None
    username: str | None

    class Create(Params):
        ttl: int = UNSET
