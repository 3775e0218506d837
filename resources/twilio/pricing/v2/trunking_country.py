from __future__ import annotations

from typing import Any

from restmap import Paging, Params

from .base import PricingResource


class TrunkingCountry(PricingResource, uri="/Trunking/Countries/{iso_country}"):
    """pricing.v2.countries."""

    country: str | None
    iso_country: str
    terminating_prefix_prices: list[dict[str, Any]] | None
    originating_call_prices: list[dict[str, Any]] | None
    price_unit: str | None
    url: str

    class List(Paging): ...
    class Fetch(Params): ...
