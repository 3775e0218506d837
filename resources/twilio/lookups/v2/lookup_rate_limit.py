"""Bucket."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, Resource, camel_case, param

from .base import LookupsResource


class LookupRateLimit(
    LookupsResource, uri="/RateLimits/Fields/{field}/Bucket/{bucket}", parameter_names=camel_case
):
    """client.lookups.v2.bucket"""

    field: str
    limit: int
    bucket: str
    owner: str
    ttl: int

    class Key(Resource.Key):
        field: str
        bucket: str

    class Update(Params, method="PUT"):
        limit: int = UNSET
        ttl: int = UNSET
        rate_limit_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...
