"""Insights questionnaires."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, param

from .base import FlexApiResource


class InsightsQuestionnaires(
    FlexApiResource, uri="/Insights/QualityManagement/Questionnaires/{questionnaire_sid}"
):
    """client.flex_api.v1.insights_questionnaires"""

    account_sid: str
    questionnaire_sid: str
    name: str | None
    description: str | None
    active: bool | None
    questions: list[Any] | None
    url: str

    class Create(Params):
        name: str
        authorization: str = param(location="header", sensitive=True, default=UNSET)
        description: str = UNSET
        active: bool = UNSET
        question_sids: list[str] = UNSET

    class Update(Params):
        active: bool
        authorization: str = param(location="header", sensitive=True, default=UNSET)
        name: str = UNSET
        description: str = UNSET
        question_sids: list[str] = UNSET

    class List(Paging):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
        include_inactive: bool = UNSET

    class Fetch(Params):
        authorization: str = param(location="header", sensitive=True, default=UNSET)

    class Delete(Params):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
