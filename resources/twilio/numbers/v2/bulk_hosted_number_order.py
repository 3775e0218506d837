"""Bulk hosted number orders."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Params, param

from .base import NumbersResource

RequestStatus = Literal["QUEUED", "IN_PROGRESS", "PROCESSED"]


class BulkHostedNumberOrder(NumbersResource, uri="/HostedNumber/Orders/Bulk/{bulk_hosting_sid}"):
    """client.numbers.v2.bulk_hosted_number_orders"""

    bulk_hosting_sid: str
    request_status: RequestStatus
    friendly_name: str | None
    notification_email: str | None
    date_created: datetime
    date_completed: datetime | None
    url: str
    total_count: int
    results: list[Any] | None

    class Create(Params):
        body: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params):
        order_status: str = UNSET
