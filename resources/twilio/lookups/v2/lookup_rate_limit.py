from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, Resource, param

from .base import LookupsResource


class LookupRateLimit(LookupsResource, uri="/RateLimits/Fields/{field}/Bucket/{bucket}"):
    """lookups.v2.bucket."""

    field: str
    limit: int
    bucket: str
    owner: str
    ttl: int

    class Key(Resource.Key):
        field: str
        bucket: str

    class Update(Params, method="PUT"):
        rate_limit_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...
    class Delete(Params): ...
