from __future__ import annotations

from typing import Any

from restmap import Paging, Params

from .base import PricingResource


class Country(PricingResource, uri="/Messaging/Countries/{iso_country}"):
    """pricing.v1.messaging.countries."""

    country: str | None
    iso_country: str
    outbound_sms_prices: list[dict[str, Any]] | None
    inbound_sms_prices: list[dict[str, Any]] | None
    price_unit: str | None
    url: str

    class List(Paging): ...
    class Fetch(Params): ...
