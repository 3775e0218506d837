"""Available add ons."""

from __future__ import annotations

from typing import Any

from restmap import Paging, Params, collection, field

from .available_add_on_extension import AvailableAddOnExtension
from .base import PreviewResource


class MarketplaceAvailableAddOn(PreviewResource, uri="/AvailableAddOns/{sid}"):
    """client.preview.marketplace.available_add_ons"""

    sid: str = field(prefix="XB")
    friendly_name: str | None
    description: str | None
    pricing_type: str | None
    configuration_schema: Any
    url: str
    links: dict[str, str] | None

    class List(Paging): ...

    class Fetch(Params): ...

    extensions = collection(AvailableAddOnExtension)
