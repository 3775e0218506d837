from __future__ import annotations

from typing import Any

from restmap import UNSET, Params

from .base import PricingResource


class TrunkingNumber(PricingResource, uri="/Trunking/Numbers/{destination_number}"):
    """pricing.v2.numbers."""

    destination_number: str
    origination_number: str | None
    country: str | None
    iso_country: str | None
    terminating_prefix_prices: list[dict[str, Any]] | None
    originating_call_price: dict[str, Any] | None
    price_unit: str | None
    url: str

    class Fetch(Params):
        origination_number: str = UNSET
