"""Porting port in phone number."""

from __future__ import annotations

from datetime import datetime

from restmap import Params, Resource

from .base import NumbersResource


class PortingPortInPhoneNumber(
    NumbersResource, uri="/Porting/PortIn/{port_in_request_sid}/PhoneNumber/{phone_number_sid}"
):
    """client.numbers.v1.porting_port_in_phone_number"""

    port_in_request_sid: str
    phone_number_sid: str
    url: str
    account_sid: str
    phone_number_type: str | None
    date_created: datetime
    country: str | None
    missing_required_fields: bool | None
    last_updated: datetime | None
    phone_number: str | None
    portable: bool | None
    not_portability_reason: str | None
    not_portability_reason_code: int | None
    port_in_phone_number_status: str | None
    port_out_pin: int | None
    rejection_reason: str | None
    rejection_reason_code: int | None
    port_date: datetime | None

    class Key(Resource.Key):
        port_in_request_sid: str
        phone_number_sid: str

    class Fetch(Params): ...

    class Delete(Params): ...
