"""Bulk consents."""

from __future__ import annotations

from typing import Any

from restmap import Params, json_value, list_of, param

from .base import AccountsResource


class BulkConsents(AccountsResource, uri="/Consents/Bulk"):
    """client.accounts.v1.bulk_consents"""

    items: Any

    class Create(Params):
        items: list[Any] = param(list_of(json_value))
