"""Insights questionnaires category."""

from __future__ import annotations

from restmap import UNSET, Paging, Params, param

from .base import FlexApiResource


class InsightsQuestionnairesCategory(
    FlexApiResource, uri="/Insights/QualityManagement/Categories/{category_sid}"
):
    """client.flex_api.v1.insights_questionnaires_category"""

    account_sid: str
    category_sid: str
    name: str | None
    url: str

    class Create(Params):
        name: str
        authorization: str = param(location="header", sensitive=True, default=UNSET)

    class Update(Params):
        name: str
        authorization: str = param(location="header", sensitive=True, default=UNSET)

    class List(Paging):
        authorization: str = param(location="header", sensitive=True, default=UNSET)

    class Delete(Params):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
