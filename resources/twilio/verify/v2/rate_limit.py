"""Rate limits of services."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import VerifyResource
from .bucket import Bucket


class RateLimit(VerifyResource, uri="/Services/{service_sid}/RateLimits/{sid}"):
    """client.verify.v2.services(…).rate_limits"""

    sid: str = field(prefix="RK")
    service_sid: str
    account_sid: str
    unique_name: str | None
    description: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        unique_name: str
        description: str = UNSET

    class Update(Params):
        description: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    buckets = collection(Bucket)
