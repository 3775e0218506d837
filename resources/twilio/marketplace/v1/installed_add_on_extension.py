"""Extensions of installed add ons."""

from __future__ import annotations

from restmap import Paging, Params, field

from .base import MarketplaceResource


class InstalledAddOnExtension(
    MarketplaceResource, uri="/InstalledAddOns/{installed_add_on_sid}/Extensions/{sid}"
):
    """client.marketplace.v1.installed_add_ons(…).extensions"""

    sid: str = field(prefix="XF")
    installed_add_on_sid: str
    friendly_name: str | None
    product_name: str | None
    unique_name: str | None
    enabled: bool | None
    url: str

    class Update(Params):
        enabled: bool

    class List(Paging): ...

    class Fetch(Params): ...
