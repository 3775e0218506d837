"""Reports."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Model, Params, field, param

from .base import InsightsResource
from .models import CountyCarrierValue, ReportFilter, ReportMetadata, TimeRange
from .types import ReportStatus


class AccountReportDataCallDirection(Model):
    outbound: int | None = None
    inbound: int | None = None


class AccountReportDataCallState(Model):
    completed: int | None = None
    fail: int | None = None
    busy: int | None = None
    noanswer: int | None = None
    canceled: int | None = None


class AccountReportDataCallType(Model):
    carrier: int | None = None
    sip: int | None = None
    trunking: int | None = None
    client: int | None = None
    whatsapp: int | None = None


class AccountReportDataNetworkIssuesSdk(Model):
    ice_failures_percentage: float | None = None
    high_latency_percentage: float | None = None
    high_packet_loss_percentage: float | None = None
    high_jitter_percentage: float | None = None


class AccountReportDataNetworkIssuesTwilioGateway(Model):
    high_latency_percentage: float | None = None
    high_packet_loss_percentage: float | None = None
    high_jitter_percentage: float | None = None


class AccountReportDataNetworkIssues(Model):
    sdk: AccountReportDataNetworkIssuesSdk | None = None
    twilio_gateway: AccountReportDataNetworkIssuesTwilioGateway | None = None


class BrandedUseCaseDetail(Model):
    use_case: str | None = None
    enabled_phonenumbers: int | None = None
    total_calls: int | None = None
    answer_rate: float | None = None
    human_answer_rate: float | None = None
    engagement_rate: float | None = None


class BrandedCalling(Model):
    total_branded_calls: int | None = None
    percent_branded_calls: float | None = None
    answer_rate: float | None = None
    human_answer_rate: float | None = None
    engagement_rate: float | None = None
    by_use_case: list[BrandedUseCaseDetail] | None = None


class VoiceIntegrityCallsPerBundle(Model):
    bundle_sid: str | None = None
    enabled_phonenumbers: int | None = None
    total_calls: int | None = None
    answer_rate: float | None = None
    human_answer_rate: float | None = None


class VoiceIntegrity(Model):
    enabled_calls: int | None = None
    enabled_percentage: float | None = None
    calls_per_bundle: list[VoiceIntegrityCallsPerBundle] | None = None


class StirShakenCallCount(Model):
    stsh_a: int | None = None
    stsh_b: int | None = None
    stsh_c: int | None = None


class StirShakenPercentage(Model):
    stsh_a: float | None = None
    stsh_b: float | None = None
    stsh_c: float | None = None


class StirShakenAnswerRate(Model):
    stsh_a: float | None = None
    stsh_b: float | None = None
    stsh_c: float | None = None


class StirShaken(Model):
    call_count: StirShakenCallCount | None = None
    percentage: StirShakenPercentage | None = None
    answer_rate: StirShakenAnswerRate | None = None


class AccountReportDataKytOutboundCarrierCalling(Model):
    unique_calling_numbers: int | None = None
    unique_called_numbers: int | None = None
    blocked_calls_by_carrier: list[CountyCarrierValue] | None = None
    short_duration_calls_percentage: float | None = None
    long_duration_calls_percentage: float | None = None
    potential_robocalls_percentage: float | None = None
    branded_calling: BrandedCalling | None = None
    voice_integrity: VoiceIntegrity | None = None
    stir_shaken: StirShaken | None = None


class AccountReportDataKyt(Model):
    outbound_carrier_calling: AccountReportDataKytOutboundCarrierCalling | None = None


class AccountReportDataAnsweringMachineDetection(Model):
    total_calls: int | None = None
    answered_by_human_percentage: float | None = None
    answered_by_machine_percentage: float | None = None


class AccountReportData(Model):
    call_deliverability_score: float | None = None
    call_answer_score: float | None = None
    total_calls: int | None = None
    call_direction: AccountReportDataCallDirection | None = None
    call_state: AccountReportDataCallState | None = None
    call_type: AccountReportDataCallType | None = None
    aloc: float | None = None
    twilio_edge_location: dict[str, int] | None = None
    caller_country_code: dict[str, int] | None = None
    callee_country_code: dict[str, int] | None = None
    average_queue_time_ms: float | None = None
    silent_calls_percentage: float | None = None
    network_issues: AccountReportDataNetworkIssues | None = None
    kyt: AccountReportDataKyt | None = field(name="KYT", default=None)
    answering_machine_detection: AccountReportDataAnsweringMachineDetection | None = None


class AccountReport(InsightsResource, uri="/Voice/Reports/{report_id}"):
    """client.insights.v2.reports"""

    account_sid: str
    report_id: str
    status: ReportStatus
    request_meta: ReportMetadata
    report: AccountReportData | None
    url: str

    class Create(Params):
        time_range: TimeRange = UNSET
        filters: list[ReportFilter] = UNSET
        insights_v2_create_account_report_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Fetch(Params): ...
