from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from restmap import UNSET, Model, Params, param

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


class PortingPortInCreatePhoneNumber(Model):
    phone_number: str
    pin: str = UNSET


class PortingPortInCreate(Model):
    account_sid: str
    documents: list[str]
    losing_carrier_information: PortingLosingCarrierInformation
    phone_numbers: list[PortingPortInCreatePhoneNumber] = UNSET
    notification_emails: list[str] | None = None
    target_port_in_date: date | None = None
    target_port_in_time_range_start: str | None = None
    target_port_in_time_range_end: str | None = None
    bundle_sid: str | None = None
    portability_advance_carrier: str | None = None
    auto_cancel_approval_numbers: str | None = None


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
        numbers_v1_porting_port_in_create: PortingPortInCreate = param(location="body")

    class Fetch(Params): ...
    class Delete(Params): ...
