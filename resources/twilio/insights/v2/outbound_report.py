"""Outbound reports."""

from __future__ import annotations

from .inbound_report import InboundReport


class OutboundReport(InboundReport, uri="/Voice/Reports/PhoneNumbers/Outbound"):
    """client.insights.v2.outbound_reports"""
