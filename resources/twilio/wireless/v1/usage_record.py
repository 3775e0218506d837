from __future__ import annotations

from .account_usage_record import AccountUsageRecord


class UsageRecord(AccountUsageRecord, uri="/Sims/{sim_sid}/UsageRecords"):
    """wireless.v1.sims(…).usage_records."""

    sim_sid: str
