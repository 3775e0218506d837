"""Annotation of calls."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, NoKey, Params

from .base import InsightsResource

AnsweredBy = Literal["unknown_answered_by", "human", "machine"]
ConnectivityIssue = Literal[
    "unknown_connectivity_issue",
    "no_connectivity_issue",
    "invalid_number",
    "caller_id",
    "dropped_call",
    "number_reachability",
]


class Annotation(InsightsResource, uri="/Voice/{call_sid}/Annotation"):
    """client.insights.v1.calls(…).annotation"""

    call_sid: str
    account_sid: str
    answered_by: AnsweredBy | None
    connectivity_issue: ConnectivityIssue | None
    quality_issues: list[str] | None
    spam: bool | None
    call_score: int | None
    comment: str | None
    incident: str | None
    url: str

    class Key(NoKey): ...

    class Update(Params):
        answered_by: AnsweredBy = UNSET
        connectivity_issue: ConnectivityIssue = UNSET
        quality_issues: str = UNSET
        spam: bool = UNSET
        call_score: int = UNSET
        comment: str = UNSET
        incident: str = UNSET

    class Fetch(Params): ...
