"""Bulk eligibilities."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Params, param

from .base import NumbersResource


class BulkEligibility(NumbersResource, uri="/HostedNumber/Eligibility/Bulk/{request_id}"):
    """client.numbers.v1.bulk_eligibilities"""

    request_id: str
    url: str
    results: list[Any] | None
    friendly_name: str | None
    status: str | None
    date_created: datetime
    date_completed: datetime | None

    class Create(Params):
        body: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...
