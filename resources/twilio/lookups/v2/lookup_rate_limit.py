from __future__ import annotations

from restmap import UNSET, Model, Params, Resource, param

from .base import LookupsResource


class RateLimitRequest(Model):
    limit: int = UNSET
    ttl: int = UNSET


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
        rate_limit_request: RateLimitRequest = param(location="body", default=UNSET)

    class Fetch(Params): ...
    class Delete(Params): ...
