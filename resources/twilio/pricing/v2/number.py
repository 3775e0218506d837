from __future__ import annotations

from typing import Any

from restmap import UNSET, Params

from .base import PricingResource


class Number(PricingResource, uri="/Voice/Numbers/{destination_number}"):
    """pricing.v2.voice.numbers."""

    destination_number: str
    origination_number: str | None
    country: str | None
    iso_country: str | None
    outbound_call_prices: list[dict[str, Any]] | None
    inbound_call_price: dict[str, Any] | None
    price_unit: str | None
    url: str

    class Fetch(Params):
        origination_number: str = UNSET
