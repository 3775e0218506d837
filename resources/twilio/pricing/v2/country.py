from __future__ import annotations

from typing import Any

from restmap import Paging, Params

from .base import PricingResource


class Country(PricingResource, uri="/Voice/Countries/{iso_country}"):
    """pricing.v2.voice.countries."""

    country: str | None
    iso_country: str
    outbound_prefix_prices: list[dict[str, Any]] | None
    inbound_call_prices: list[dict[str, Any]] | None
    price_unit: str | None
    url: str

    class List(Paging): ...
    class Fetch(Params): ...
