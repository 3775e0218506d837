"""Numbers."""

from __future__ import annotations

from restmap import UNSET, Model, Params

from .base import PricingResource
from .models import TerminatingPrefixPrice


class TrunkingNumberOriginatingCallPrice(Model):
    base_price: float | None = None
    current_price: float | None = None
    number_type: str | None = None


class TrunkingNumber(PricingResource, uri="/Trunking/Numbers/{destination_number}"):
    """client.pricing.v2.numbers"""

    destination_number: str
    origination_number: str | None
    country: str | None
    iso_country: str | None
    terminating_prefix_prices: list[TerminatingPrefixPrice] | None
    originating_call_price: TrunkingNumberOriginatingCallPrice | None
    price_unit: str | None
    url: str

    class Fetch(Params):
        origination_number: str = UNSET
