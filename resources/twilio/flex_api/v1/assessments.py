"""Assessments."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, param

from .base import FlexApiResource


class Assessments(FlexApiResource, uri="/Insights/QualityManagement/Assessments/{assessment_sid}"):
    """client.flex_api.v1.assessments"""

    account_sid: str
    assessment_sid: str
    offset: str | None
    report: bool | None
    weight: str | None
    agent_id: str | None
    segment_id: str | None
    user_name: str | None
    user_email: str | None
    answer_text: str | None
    answer_id: str | None
    assessment: Any
    timestamp: str | None
    url: str

    class Create(Params):
        category_sid: str
        category_name: str
        segment_id: str
        agent_id: str
        offset: float
        metric_id: str
        metric_name: str
        answer_text: str
        answer_id: str
        questionnaire_sid: str
        authorization: str = param(location="header", sensitive=True, default=UNSET)

    class Update(Params):
        offset: float
        answer_text: str
        answer_id: str
        authorization: str = param(location="header", sensitive=True, default=UNSET)

    class List(Paging):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
        segment_id: str = UNSET
