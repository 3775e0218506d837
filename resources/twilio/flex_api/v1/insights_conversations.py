"""Insights conversations."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, param

from .base import FlexApiResource


class InsightsConversations(FlexApiResource, uri="/Insights/Conversations"):
    """client.flex_api.v1.insights_conversations"""

    account_id: str | None
    conversation_id: str | None
    segment_count: int
    segments: list[Any] | None

    class List(Paging):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
        segment_id: str = UNSET
