"""lookups.v2.rate_limits."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params

from .base import LookupsResource


class LookupAccountRateLimits(LookupsResource, uri="/RateLimits"):
    """A lookup account rate limits of lookups v2."""

    rate_limits: list[dict[str, Any]]

    class Key(NoKey): ...

    class Fetch(Params):
        fields: list[str] = UNSET
