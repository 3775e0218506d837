"""Phone numbers."""

from __future__ import annotations

from restmap import NoKey, collection

from .base import PricingResource
from .phone_number_country import PhoneNumberCountry


class PhoneNumbers(PricingResource, uri="/PhoneNumbers"):
    """client.pricing.v1.phone_numbers"""

    class Key(NoKey): ...

    countries = collection(PhoneNumberCountry)
