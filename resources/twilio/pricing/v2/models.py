"""Objects in the requests and responses of several resources of pricing.v2."""

from __future__ import annotations

from restmap import Model


class TerminatingPrefixPrice(Model):
    origination_prefixes: list[str] | None = None
    destination_prefixes: list[str] | None = None
    base_price: float | None = None
    current_price: float | None = None
    friendly_name: str | None = None
