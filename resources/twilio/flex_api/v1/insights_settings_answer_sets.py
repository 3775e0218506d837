"""Insights settings answer sets."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, param

from .base import FlexApiResource


class InsightsSettingsAnswerSets(
    FlexApiResource, uri="/Insights/QualityManagement/Settings/AnswerSets"
):
    """client.flex_api.v1.insights_settings_answer_sets"""

    account_sid: str
    answer_sets: Any
    answer_set_categories: Any
    not_applicable: Any
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
