"""Bulk contacts."""

from __future__ import annotations

from typing import Any

from restmap import Params, json_value, list_of, param

from .base import AccountsResource


class BulkContacts(AccountsResource, uri="/Contacts/Bulk"):
    """client.accounts.v1.bulk_contacts"""

    items: Any

    class Create(Params):
        items: list[Any] = param(list_of(json_value))
