"""Countries, in phone numbers."""

from __future__ import annotations

from restmap import Model, Paging, Params

from .base import PricingResource


class PhoneNumberCountryPhoneNumberPrice(Model):
    base_price: float | None = None
    current_price: float | None = None
    number_type: str | None = None


class PhoneNumberCountry(PricingResource, uri="/PhoneNumbers/Countries/{iso_country}"):
    """client.pricing.v1.phone_numbers.countries"""

    country: str | None
    iso_country: str
    phone_number_prices: list[PhoneNumberCountryPhoneNumberPrice] | None
    price_unit: str | None
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
