"""Porting portabilities."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, Params

from .base import NumbersResource

NumberType = Literal["LOCAL", "UNKNOWN", "MOBILE", "TOLL-FREE"]


class PortingPortability(NumbersResource, uri="/Porting/Portability/PhoneNumber/{phone_number}"):
    """client.numbers.v1.porting_portabilities"""

    phone_number: str
    account_sid: str
    portable: bool | None
    pin_and_account_number_required: bool | None
    not_portable_reason: str | None
    not_portable_reason_code: int | None
    number_type: NumberType
    country: str | None
    url: str

    class Fetch(Params):
        target_account_sid: str = UNSET
        address_sid: str = UNSET
