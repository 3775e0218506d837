"""Usage records."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging

from .base import WirelessResource

Granularity = Literal["hourly", "daily", "all"]


class AccountUsageRecord(WirelessResource, uri="/UsageRecords"):
    """client.wireless.v1.usage_records"""

    account_sid: str
    period: Any
    commands: Any
    data: Any

    class List(Paging):
        end: datetime = UNSET
        start: datetime = UNSET
        granularity: Granularity = UNSET
