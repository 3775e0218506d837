from __future__ import annotations

from datetime import date, datetime
from typing import Any

from restmap import Params, param

from .base import NumbersResource


class PortingPortIn(NumbersResource, uri="/Porting/PortIn/{port_in_request_sid}"):
    """numbers.v1.porting_port_ins."""

    port_in_request_sid: str
    url: str
    account_sid: str
    notification_emails: list[str] | None
    target_port_in_date: date | None
    target_port_in_time_range_start: str | None
    target_port_in_time_range_end: str | None
    port_in_request_status: str | None
    order_cancellation_reason: str | None
    losing_carrier_information: dict[str, Any] | None
    phone_numbers: list[dict[str, Any]] | None
    bundle_sid: str | None
    portability_advance_carrier: str | None
    auto_cancel_approval_numbers: str | None
    documents: list[str] | None
    date_created: datetime
    support_ticket_id: int
    signature_request_url: str | None

    class Create(Params):
        numbers_v1_porting_port_in_create: dict[str, Any] = param(location="body")

    class Fetch(Params): ...
    class Delete(Params): ...
