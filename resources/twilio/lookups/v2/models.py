"""Objects in the requests and responses of several resources of lookups.v2."""

from __future__ import annotations

from datetime import datetime

from restmap import Model


class CallerNameInfo(Model):
    caller_name: str | None = None
    caller_type: str | None = None
    error_code: int | None = None


class LastSimSwapInfo(Model):
    last_sim_swap_date: datetime | None = None
    swapped_period: str | None = None
    swapped_in_period: bool | None = None


class SimSwapInfo(Model):
    last_sim_swap: LastSimSwapInfo | None = None
    carrier_name: str | None = None
    mobile_country_code: str | None = None
    mobile_network_code: str | None = None
    error_code: int | None = None


class CallForwardingInfo(Model):
    call_forwarding_enabled: bool | None = None
    error_code: int | None = None


class LineTypeIntelligenceInfo(Model):
    mobile_country_code: str | None = None
    mobile_network_code: str | None = None
    carrier_name: str | None = None
    type: str | None = None
    error_code: int | None = None


class LineStatusInfo(Model):
    status: str | None = None
    error_code: int | None = None


class IdentityMatchInfo(Model):
    first_name_match: str | None = None
    last_name_match: str | None = None
    address_lines_match: str | None = None
    city_match: str | None = None
    state_match: str | None = None
    postal_code_match: str | None = None
    address_country_match: str | None = None
    national_id_match: str | None = None
    date_of_birth_match: str | None = None
    summary_score: int | None = None
    error_code: int | None = None
    error_message: str | None = None


class ReassignedNumberInfo(Model):
    last_verified_date: str | None = None
    is_number_reassigned: str | None = None
    error_code: str | None = None


class SmsPumpingRiskInfo(Model):
    carrier_risk_category: str | None = None
    number_blocked: bool | None = None
    number_blocked_date: datetime | None = None
    number_blocked_last_3_months: bool | None = None
    sms_pumping_risk_score: int | None = None
    error_code: int | None = None
