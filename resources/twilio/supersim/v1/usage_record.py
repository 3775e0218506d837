"""Usage records: https://www.twilio.com/docs/iot/supersim/api/usage-record-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging

from .base import SupersimResource

Granularity = Literal["hour", "day", "all"]
Group = Literal["sim", "fleet", "network", "isoCountry"]


class UsageRecord(SupersimResource, uri="/UsageRecords"):
    """client.supersim.v1.usage_records"""

    account_sid: str
    sim_sid: str | None
    network_sid: str | None
    fleet_sid: str | None
    iso_country: str | None
    period: Any
    data_upload: int | None
    data_download: int | None
    data_total: int | None
    data_total_billed: float | None
    billed_unit: str | None

    class List(Paging):
        sim: str = UNSET
        fleet: str = UNSET
        network: str = UNSET
        iso_country: str = UNSET
        group: Group = UNSET
        granularity: Granularity = UNSET
        start_time: datetime = UNSET
        end_time: datetime = UNSET
