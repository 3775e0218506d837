from __future__ import annotations

from typing import Any

from restmap import Params

from .base import PricingResource


class Number(PricingResource, uri="/Voice/Numbers/{number}"):
    """pricing.v1.voice.numbers."""

    number: str
    country: str | None
    iso_country: str | None
    outbound_call_price: dict[str, Any] | None
    inbound_call_price: dict[str, Any] | None
    price_unit: str | None
    url: str

    class Fetch(Params): ...
