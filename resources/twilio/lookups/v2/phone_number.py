from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Params

from .base import LookupsResource

ValidationError = Literal[
    "TOO_SHORT", "TOO_LONG", "INVALID_BUT_POSSIBLE", "INVALID_COUNTRY_CODE", "INVALID_LENGTH",
    "NOT_A_NUMBER",
]


class PhoneNumber(LookupsResource, uri="/PhoneNumbers/{phone_number}"):
    """lookups.v2.phone_numbers."""

    calling_country_code: str | None
    country_code: str | None
    phone_number: str
    national_format: str | None
    valid: bool
    validation_errors: list[ValidationError]
    caller_name: dict[str, Any]
    sim_swap: dict[str, Any]
    call_forwarding: dict[str, Any]
    line_type_intelligence: dict[str, Any]
    line_status: dict[str, Any]
    identity_match: dict[str, Any]
    reassigned_number: dict[str, Any]
    sms_pumping_risk: dict[str, Any]
    phone_number_quality_score: Any
    pre_fill: Any
    url: str

    class Fetch(Params):
        fields: str = UNSET
        country_code: str = UNSET
        first_name: str = UNSET
        last_name: str = UNSET
        address_line1: str = UNSET
        address_line2: str = UNSET
        city: str = UNSET
        state: str = UNSET
        postal_code: str = UNSET
        address_country_code: str = UNSET
        national_id: str = UNSET
        date_of_birth: str = UNSET
        last_verified_date: str = UNSET
        verification_sid: str = UNSET
        partner_sub_id: str = UNSET
