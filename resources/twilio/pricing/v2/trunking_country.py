"""Countries."""

from __future__ import annotations

from restmap import Model, Paging, Params

from .base import PricingResource
from .models import TerminatingPrefixPrice


class TrunkingCountryOriginatingCallPrice(Model):
    base_price: float | None = None
    current_price: float | None = None
    number_type: str | None = None


class TrunkingCountry(PricingResource, uri="/Trunking/Countries/{iso_country}"):
    """client.pricing.v2.countries"""

    country: str | None
    iso_country: str
    terminating_prefix_prices: list[TerminatingPrefixPrice] | None
    originating_call_prices: list[TrunkingCountryOriginatingCallPrice] | None
    price_unit: str | None
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
