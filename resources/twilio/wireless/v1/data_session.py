"""Data sessions of sims."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging

from .base import WirelessResource


class DataSession(WirelessResource, uri="/Sims/{sim_sid}/DataSessions"):
    """client.wireless.v1.sims(…).data_sessions"""

    sid: str
    sim_sid: str
    account_sid: str
    radio_link: str | None
    operator_mcc: str | None
    operator_mnc: str | None
    operator_country: str | None
    operator_name: str | None
    cell_id: str | None
    cell_location_estimate: Any
    packets_uploaded: int
    packets_downloaded: int
    last_updated: datetime | None
    start: datetime | None
    end: datetime | None
    imei: str | None

    class List(Paging): ...
