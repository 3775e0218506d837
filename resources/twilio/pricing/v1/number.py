"""Numbers, in voice."""

from __future__ import annotations

from restmap import Model, Params

from .base import PricingResource


class NumberOutboundCallPrice(Model):
    base_price: float | None = None
    current_price: float | None = None


class NumberInboundCallPrice(Model):
    base_price: float | None = None
    current_price: float | None = None
    number_type: str | None = None


class Number(PricingResource, uri="/Voice/Numbers/{number}"):
    """client.pricing.v1.voice.numbers"""

    number: str
    country: str | None
    iso_country: str | None
    outbound_call_price: NumberOutboundCallPrice | None
    inbound_call_price: NumberInboundCallPrice | None
    price_unit: str | None
    url: str

    class Fetch(Params): ...
