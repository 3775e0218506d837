"""Objects in the requests and responses of several resources of insights.v2."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Model


class ReportFilter(Model):
    key: str | None = None
    values: list[str] | None = None


class ReportMetadata(Model):
    start_datetime: datetime | None = None
    end_datetime: datetime | None = None
    filters: list[ReportFilter] | None = None


class TimeRange(Model):
    start_datetime: datetime = UNSET
    end_datetime: datetime = UNSET


class CountyCarrierValueCarrier(Model):
    carrier: str | None = None
    total_calls: int | None = None
    blocked_calls: int | None = None
    blocked_calls_percentage: float | None = None


class CountyCarrierValue(Model):
    country: str | None = None
    carriers: list[CountyCarrierValueCarrier] | None = None
