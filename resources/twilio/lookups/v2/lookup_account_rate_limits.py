from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params

from .base import LookupsResource


class LookupAccountRateLimits(LookupsResource, uri="/RateLimits"):
    """lookups.v2.rate_limits."""

    rate_limits: list[dict[str, Any]]

    class Key(NoKey): ...

    class Fetch(Params):
        fields: list[str] = UNSET
