"""Insights questionnaires question."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, param

from .base import FlexApiResource


class InsightsQuestionnairesQuestion(
    FlexApiResource, uri="/Insights/QualityManagement/Questions/{question_sid}"
):
    """client.flex_api.v1.insights_questionnaires_question"""

    account_sid: str
    question_sid: str
    question: str | None
    description: str | None
    category: Any
    answer_set_id: str | None
    allow_na: bool | None
    usage: int
    answer_set: Any
    url: str

    class Create(Params):
        category_sid: str
        question: str
        answer_set_id: str
        allow_na: bool
        authorization: str = param(location="header", sensitive=True, default=UNSET)
        description: str = UNSET

    class Update(Params):
        allow_na: bool
        authorization: str = param(location="header", sensitive=True, default=UNSET)
        category_sid: str = UNSET
        question: str = UNSET
        description: str = UNSET
        answer_set_id: str = UNSET

    class List(Paging):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
        category_sid: list[str] = UNSET

    class Delete(Params):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
