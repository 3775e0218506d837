"""Call summaries."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging

from ...pages import MetaPage
from .base import InsightsResource
from .models import CallSummaryAgentSessionSummary
from .types import AnsweredBy, CallState, CallType, ProcessingState

ProcessingStateRequest = Literal["completed", "started", "partial", "all"]
SortBy = Literal["start_time", "end_time"]


class CallSummaries(InsightsResource, uri="/Voice/Summaries"):
    """client.insights.v1.call_summaries"""

    account_sid: str
    call_sid: str | None
    answered_by: AnsweredBy | None
    call_type: CallType | None
    call_state: CallState | None
    processing_state: ProcessingState | None
    created_time: datetime | None
    start_time: datetime | None
    end_time: datetime | None
    duration: int | None
    connect_duration: int | None
    from_: Any
    to: Any
    carrier_edge: Any
    client_edge: Any
    sdk_edge: Any
    sip_edge: Any
    tags: list[str] | None
    url: str
    attributes: Any
    properties: Any
    trust: Any
    annotation: Any
    agent_session_summaries: list[CallSummaryAgentSessionSummary] | None

    class List(Paging, page=MetaPage(max_page_size=25)):
        from_: str = UNSET
        to: str = UNSET
        from_carrier: str = UNSET
        to_carrier: str = UNSET
        from_country_code: str = UNSET
        to_country_code: str = UNSET
        verified_caller: bool = UNSET
        has_tag: bool = UNSET
        start_time: str = UNSET
        end_time: str = UNSET
        call_type: str = UNSET
        call_state: str = UNSET
        direction: str = UNSET
        processing_state: ProcessingStateRequest = UNSET
        sort_by: SortBy = UNSET
        subaccount: str = UNSET
        abnormal_session: bool = UNSET
        answered_by: AnsweredBy = UNSET
        answered_by_annotation: str = UNSET
        connectivity_issue_annotation: str = UNSET
        quality_issue_annotation: str = UNSET
        spam_annotation: bool = UNSET
        call_score_annotation: str = UNSET
        branded_enabled: bool = UNSET
        voice_integrity_enabled: bool = UNSET
        branded_bundle_sid: str = UNSET
        branded_logo: bool = UNSET
        branded_type: str = UNSET
        branded_use_case: str = UNSET
        branded_call_reason: str = UNSET
        voice_integrity_bundle_sid: str = UNSET
        voice_integrity_use_case: str = UNSET
        business_profile_identity: str = UNSET
        business_profile_industry: str = UNSET
        business_profile_bundle_sid: str = UNSET
        business_profile_type: str = UNSET
