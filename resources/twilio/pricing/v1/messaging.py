"""pricing.v1.messaging."""

from __future__ import annotations

from restmap import NoKey, collection

from .base import PricingResource
from .messaging_country import Country


class Messaging(PricingResource, uri="/Messaging"):
    """What is under messaging, of pricing v1."""

    class Key(NoKey): ...

    countries = collection(Country)
