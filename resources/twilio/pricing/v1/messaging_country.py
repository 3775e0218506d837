"""Countries, in messaging."""

from __future__ import annotations

from restmap import Model, Paging, Params

from .base import PricingResource


class CountryOutboundSmsPricePrice(Model):
    base_price: float | None = None
    current_price: float | None = None
    number_type: str | None = None


class CountryOutboundSmsPrice(Model):
    carrier: str | None = None
    mcc: str | None = None
    mnc: str | None = None
    prices: list[CountryOutboundSmsPricePrice] | None = None


class CountryInboundSmsPrice(Model):
    base_price: float | None = None
    current_price: float | None = None
    number_type: str | None = None


class Country(PricingResource, uri="/Messaging/Countries/{iso_country}"):
    """client.pricing.v1.messaging.countries"""

    country: str | None
    iso_country: str
    outbound_sms_prices: list[CountryOutboundSmsPrice] | None
    inbound_sms_prices: list[CountryInboundSmsPrice] | None
    price_unit: str | None
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
