"""Billing periods of sims."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Paging, field

from .base import SupersimResource

BpType = Literal["ready", "active"]


class BillingPeriod(SupersimResource, uri="/Sims/{sim_sid}/BillingPeriods"):
    """client.supersim.v1.sims(…).billing_periods"""

    sid: str = field(prefix="HB")
    account_sid: str
    sim_sid: str
    start_time: datetime | None
    end_time: datetime | None
    period_type: BpType
    date_created: datetime
    date_updated: datetime | None

    class List(Paging): ...
