"""Insights assessments comment."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, param

from .base import FlexApiResource


class InsightsAssessmentsComment(
    FlexApiResource, uri="/Insights/QualityManagement/Assessments/Comments"
):
    """client.flex_api.v1.insights_assessments_comment"""

    account_sid: str
    assessment_sid: str | None
    comment: Any
    offset: str | None
    report: bool | None
    weight: str | None
    agent_id: str | None
    segment_id: str | None
    user_name: str | None
    user_email: str | None
    timestamp: str | None
    url: str

    class Create(Params):
        category_id: str
        category_name: str
        comment: str
        segment_id: str
        agent_id: str
        offset: float
        authorization: str = param(location="header", sensitive=True, default=UNSET)

    class List(Paging):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
        segment_id: str = UNSET
        agent_id: str = UNSET
