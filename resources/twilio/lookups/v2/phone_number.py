"""Phone numbers."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Params

from .base import LookupsResource
from .models import (
    CallerNameInfo,
    CallForwardingInfo,
    IdentityMatchInfo,
    LineStatusInfo,
    LineTypeIntelligenceInfo,
    ReassignedNumberInfo,
    SimSwapInfo,
    SmsPumpingRiskInfo,
)

ValidationError = Literal[
    "TOO_SHORT",
    "TOO_LONG",
    "INVALID_BUT_POSSIBLE",
    "INVALID_COUNTRY_CODE",
    "INVALID_LENGTH",
    "NOT_A_NUMBER",
]


class PhoneNumber(LookupsResource, uri="/PhoneNumbers/{phone_number}"):
    """client.lookups.v2.phone_numbers"""

    calling_country_code: str | None
    country_code: str | None
    phone_number: str
    national_format: str | None
    valid: bool
    validation_errors: list[ValidationError]
    caller_name: CallerNameInfo
    sim_swap: SimSwapInfo
    call_forwarding: CallForwardingInfo
    line_type_intelligence: LineTypeIntelligenceInfo
    line_status: LineStatusInfo
    identity_match: IdentityMatchInfo
    reassigned_number: ReassignedNumberInfo
    sms_pumping_risk: SmsPumpingRiskInfo
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
