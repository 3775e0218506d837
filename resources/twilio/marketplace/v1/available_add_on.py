"""Available add ons: https://www.twilio.com/docs/marketplace/api/available-add-ons"""

from __future__ import annotations

from typing import Any

from restmap import Paging, Params, collection, field

from .available_add_on_extension import AvailableAddOnExtension
from .base import MarketplaceResource


class AvailableAddOn(MarketplaceResource, uri="/AvailableAddOns/{sid}"):
    """client.marketplace.v1.available_add_ons"""

    sid: str = field(prefix="XB")
    friendly_name: str | None
    description: str | None
    pricing_type: str | None
    configuration_schema: dict[str, Any] | None
    url: str
    links: dict[str, str] | None

    class List(Paging): ...

    class Fetch(Params): ...

    extensions = collection(AvailableAddOnExtension)
