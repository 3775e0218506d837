from __future__ import annotations

from typing import Any

from restmap import Paging, Params

from .base import PricingResource


class PhoneNumberCountry(PricingResource, uri="/PhoneNumbers/Countries/{iso_country}"):
    """pricing.v1.phone_numbers.countries."""

    country: str | None
    iso_country: str
    phone_number_prices: list[dict[str, Any]] | None
    price_unit: str | None
    url: str

    class List(Paging): ...
    class Fetch(Params): ...
