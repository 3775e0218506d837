"""Insights settings comment."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, param

from .base import FlexApiResource


class InsightsSettingsComment(
    FlexApiResource, uri="/Insights/QualityManagement/Settings/CommentTags"
):
    """client.flex_api.v1.insights_settings_comment"""

    account_sid: str
    comments: Any
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
