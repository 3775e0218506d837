"""Extensions of assigned add ons."""

from __future__ import annotations

from restmap import Paging, Params, field

from .base import ApiResource


class AssignedAddOnExtension(
    ApiResource,
    uri="/Accounts/{account_sid}/IncomingPhoneNumbers/{resource_sid}/AssignedAddOns"
    "/{assigned_add_on_sid}/Extensions/{sid}.json",
):
    """….v2010.accounts(…).incoming_phone_numbers(…).assigned_add_ons(…).extensions"""

    sid: str = field(prefix="XF")
    account_sid: str
    resource_sid: str
    assigned_add_on_sid: str
    friendly_name: str | None
    product_name: str | None
    unique_name: str | None
    uri: str
    enabled: bool | None

    class List(Paging, items="extensions"): ...

    class Fetch(Params): ...
