"""Query."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Model, Params, as_written, param

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

LookupBatchRequestField = Literal[
    "caller_name",
    "sim_swap",
    "call_forwarding",
    "line_type_intelligence",
    "line_status",
    "identity_match",
    "reassigned_number",
    "sms_pumping_risk",
]


class LookupBatchResponse(Model):
    correlation_id: str | None = None
    twilio_error_code: int | None = None
    calling_country_code: str | None = None
    country_code: str | None = None
    phone_number: str | None = None
    national_format: str | None = None
    valid: bool | None = None
    validation_errors: list[str] | None = None
    caller_name: CallerNameInfo | None = None
    sim_swap: SimSwapInfo | None = None
    call_forwarding: CallForwardingInfo | None = None
    line_type_intelligence: LineTypeIntelligenceInfo | None = None
    line_status: LineStatusInfo | None = None
    identity_match: IdentityMatchInfo | None = None
    reassigned_number: ReassignedNumberInfo | None = None
    sms_pumping_risk: SmsPumpingRiskInfo | None = None
    phone_number_quality_score: Any = None
    pre_fill: Any = None


class IdentityMatchParameters(Model):
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


class ReassignedNumberParameters(Model):
    last_verified_date: str = UNSET


class RiskParameters(Model):
    partner_sub_id: str = UNSET


class LookupBatchRequest(Model):
    phone_number: str
    correlation_id: str = UNSET
    fields: list[LookupBatchRequestField] = UNSET
    country_code: str = UNSET
    identity_match: IdentityMatchParameters = UNSET
    reassigned_number: ReassignedNumberParameters = UNSET
    sms_pumping_risk: RiskParameters = UNSET


class BulkLookup(LookupsResource, uri="/batch/query", parameter_names=as_written):
    """client.lookups.v2.query"""

    phone_numbers: list[LookupBatchResponse]

    class Create(Params):
        phone_numbers: list[LookupBatchRequest] = UNSET
        lookup_request: dict[str, Any] = param(location="body", default=UNSET)
