"""Assigned add ons of incoming phone numbers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, Params, collection, field

from .assigned_add_on_extension import AssignedAddOnExtension
from .base import ApiResource


class AssignedAddOn(
    ApiResource,
    uri="/Accounts/{account_sid}/IncomingPhoneNumbers/{resource_sid}/AssignedAddOns/{sid}.json",
):
    """client.api.v2010.accounts(…).incoming_phone_numbers(…).assigned_add_ons"""

    sid: str = field(prefix="XE")
    account_sid: str
    resource_sid: str
    friendly_name: str | None
    description: str | None
    configuration: Any
    unique_name: str | None
    date_created: datetime
    date_updated: datetime | None
    uri: str
    subresource_uris: dict[str, str] | None

    class Create(Params):
        installed_add_on_sid: str

    class List(Paging, items="assigned_add_ons"): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    extensions = collection(AssignedAddOnExtension)
