"""Usage records of sims."""

from __future__ import annotations

from .account_usage_record import AccountUsageRecord


class UsageRecord(AccountUsageRecord, uri="/Sims/{sim_sid}/UsageRecords"):
    """client.wireless.v1.sims(…).usage_records"""

    sim_sid: str
