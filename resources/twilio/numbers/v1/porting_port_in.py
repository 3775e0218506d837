"""Porting port ins."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from restmap import UNSET, Model, Params, as_written, param

from .base import NumbersResource


class PortingAddress(Model):
    street: str
    city: str
    state: str
    zip: str
    country: str
    street_2: str | None = None


class PortingLosingCarrierInformation(Model):
    customer_name: str
    authorized_representative: str
    authorized_representative_email: str
    account_number: str | None = None
    account_telephone_number: str | None = None
    address_sid: str | None = None
    address: PortingAddress | None = None
    customer_type: Literal["Business", "Individual"] | None = None
    authorized_representative_katakana: str | None = None
    sub_municipality: str | None = None
    building: str | None = None
    katakana_name: str | None = None


class PortingPortInPhoneNumberResult(Model):
    not_portability_reason: str | None = None
    not_portability_reason_code: int | None = None
    number_type: str | None = None
    phone_number: str | None = None
    port_date: datetime | None = None
    port_in_phone_number_sid: str | None = None
    port_in_phone_number_status: str | None = None
    portable: bool | None = None
    rejection_reason: str | None = None
    rejection_reason_code: str | None = None
    status_last_time_updated_timestamp: str | None = None
    external_porting_vendor_phone_number_id: str | None = None


class PortingPortInPhoneNumberInput(Model):
    phone_number: str
    pin: str = UNSET


class PortingPortIn(
    NumbersResource, uri="/Porting/PortIn/{port_in_request_sid}", parameter_names=as_written
):
    """client.numbers.v1.porting_port_ins"""

    port_in_request_sid: str
    url: str
    account_sid: str
    notification_emails: list[str] | None
    target_port_in_date: date | None
    target_port_in_time_range_start: str | None
    target_port_in_time_range_end: str | None
    port_in_request_status: str | None
    order_cancellation_reason: str | None
    losing_carrier_information: PortingLosingCarrierInformation | None
    phone_numbers: list[PortingPortInPhoneNumberResult] | None
    bundle_sid: str | None
    portability_advance_carrier: str | None
    auto_cancel_approval_numbers: str | None
    documents: list[str] | None
    date_created: datetime
    support_ticket_id: int
    signature_request_url: str | None

    class Create(Params):
        account_sid: str = param(default=...)
        documents: list[str] = param(default=...)
        losing_carrier_information: PortingLosingCarrierInformation = param(default=...)
        phone_numbers: list[PortingPortInPhoneNumberInput] = UNSET
        notification_emails: list[str] | None = UNSET
        target_port_in_date: date | None = UNSET
        target_port_in_time_range_start: str | None = UNSET
        target_port_in_time_range_end: str | None = UNSET
        bundle_sid: str | None = UNSET
        portability_advance_carrier: str | None = UNSET
        auto_cancel_approval_numbers: str | None = UNSET
        numbers_v1_porting_port_in_create: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...
