"""Outbound."""

from __future__ import annotations

from restmap import Model

from .inbound import Inbound
from .models import CountyCarrierValue


class OutboundAnsweringMachineDetection(Model):
    total_calls: int | None = None
    answered_by_human_percentage: float | None = None
    answered_by_machine_percentage: float | None = None


class Outbound(Inbound, uri="/Voice/Reports/PhoneNumbers/Outbound/{report_id}"):
    """client.insights.v2.outbound"""

    calls_by_device_type: dict[str, int]
    answer_rate_device_type: dict[str, float]
    blocked_calls_by_carrier: list[CountyCarrierValue]
    short_duration_calls_percentage: float
    long_duration_calls_percentage: float
    potential_robocalls_percentage: float
    answering_machine_detection: OutboundAnsweringMachineDetection
