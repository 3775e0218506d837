"""Countries, in voice."""

from __future__ import annotations

from restmap import Model, Paging, Params

from .base import PricingResource


class CountryOutboundPrefixPrice(Model):
    prefixes: list[str] | None = None
    base_price: float | None = None
    current_price: float | None = None
    friendly_name: str | None = None


class CountryInboundCallPrice(Model):
    base_price: float | None = None
    current_price: float | None = None
    number_type: str | None = None


class Country(PricingResource, uri="/Voice/Countries/{iso_country}"):
    """client.pricing.v1.voice.countries"""

    country: str | None
    iso_country: str
    outbound_prefix_prices: list[CountryOutboundPrefixPrice] | None
    inbound_call_prices: list[CountryInboundCallPrice] | None
    price_unit: str | None
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
