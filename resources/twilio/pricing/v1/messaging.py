"""Messaging."""

from __future__ import annotations

from restmap import NoKey, collection

from .base import PricingResource
from .messaging_country import Country


class Messaging(PricingResource, uri="/Messaging"):
    """client.pricing.v1.messaging"""

    class Key(NoKey): ...

    countries = collection(Country)
