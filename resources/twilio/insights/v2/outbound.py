from __future__ import annotations

from typing import Any

from .inbound import Inbound


class Outbound(Inbound, uri="/Voice/Reports/PhoneNumbers/Outbound/{report_id}"):
    """insights.v2.outbound."""

    calls_by_device_type: dict[str, Any]
    answer_rate_device_type: dict[str, Any]
    blocked_calls_by_carrier: list[dict[str, Any]]
    short_duration_calls_percentage: float
    long_duration_calls_percentage: float
    potential_robocalls_percentage: float
    answering_machine_detection: dict[str, Any]
