"""Buckets of rate limits."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import VerifyResource


class Bucket(
    VerifyResource, uri="/Services/{service_sid}/RateLimits/{rate_limit_sid}/Buckets/{sid}"
):
    """client.verify.v2.services(…).rate_limits(…).buckets"""

    sid: str = field(prefix="BL")
    rate_limit_sid: str
    service_sid: str
    account_sid: str
    max: int
    interval: int
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        max: int
        interval: int

    class Update(Params):
        max: int = UNSET
        interval: int = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
