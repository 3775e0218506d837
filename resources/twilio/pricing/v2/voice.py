"""Voice."""

from __future__ import annotations

from restmap import NoKey, collection

from .base import PricingResource
from .country import Country
from .number import Number


class Voice(PricingResource, uri="/Voice"):
    """client.pricing.v2.voice"""

    class Key(NoKey): ...

    countries = collection(Country)
    numbers = collection(Number)
