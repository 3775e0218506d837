"""New signing keys of accounts."""

from __future__ import annotations

from .new_key import NewKey


class NewSigningKey(NewKey, uri="/Accounts/{account_sid}/SigningKeys.json"):
    """client.api.v2010.accounts(…).new_signing_keys"""
