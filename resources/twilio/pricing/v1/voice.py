"""Voice."""

from __future__ import annotations

from restmap import NoKey, collection

from .base import PricingResource
from .number import Number
from .voice_country import Country


class Voice(PricingResource, uri="/Voice"):
    """client.pricing.v1.voice"""

    class Key(NoKey): ...

    countries = collection(Country)
    numbers = collection(Number)
