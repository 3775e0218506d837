"""pricing.v1.voice."""

from __future__ import annotations

from restmap import NoKey, collection

from .base import PricingResource
from .number import Number
from .voice_country import Country


class Voice(PricingResource, uri="/Voice"):
    """What is under voice, of pricing v1."""

    class Key(NoKey): ...

    countries = collection(Country)
    numbers = collection(Number)
