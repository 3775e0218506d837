"""Rate limits."""

from __future__ import annotations

from restmap import UNSET, Model, NoKey, Params

from .base import LookupsResource


class RateLimitResponse(Model):
    field_: str | None = None
    limit: int | None = None
    bucket: str | None = None
    owner: str | None = None
    ttl: int | None = None


class LookupAccountRateLimits(LookupsResource, uri="/RateLimits"):
    """client.lookups.v2.rate_limits"""

    rate_limits: list[RateLimitResponse]

    class Key(NoKey): ...

    class Fetch(Params):
        fields: list[str] = UNSET
