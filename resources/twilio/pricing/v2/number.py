"""Numbers, in voice."""

from __future__ import annotations

from restmap import UNSET, Model, Params

from .base import PricingResource


class NumberOutboundCallPrice(Model):
    base_price: float | None = None
    current_price: float | None = None
    origination_prefixes: list[str] | None = None


class NumberInboundCallPrice(Model):
    base_price: float | None = None
    current_price: float | None = None
    number_type: str | None = None


class Number(PricingResource, uri="/Voice/Numbers/{destination_number}"):
    """client.pricing.v2.voice.numbers"""

    destination_number: str
    origination_number: str | None
    country: str | None
    iso_country: str | None
    outbound_call_prices: list[NumberOutboundCallPrice] | None
    inbound_call_price: NumberInboundCallPrice | None
    price_unit: str | None
    url: str

    class Fetch(Params):
        origination_number: str = UNSET
