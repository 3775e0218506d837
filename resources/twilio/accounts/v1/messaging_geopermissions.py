"""Messaging geopermissions."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, json_value, list_of, param

from .base import AccountsResource


class MessagingGeopermissions(AccountsResource, uri="/Messaging/GeoPermissions"):
    """client.accounts.v1.messaging_geopermissions"""

    permissions: Any

    class Key(NoKey): ...

    class Update(Params, method="PATCH"):
        permissions: list[Any] = param(list_of(json_value))

    class Fetch(Params):
        country_code: str = UNSET
