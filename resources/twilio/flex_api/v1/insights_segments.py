"""Insights segments."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, param

from .base import FlexApiResource


class InsightsSegments(FlexApiResource, uri="/Insights/Segments"):
    """client.flex_api.v1.insights_segments"""

    segment_id: str | None
    external_id: str | None
    queue: str | None
    external_contact: str | None
    external_segment_link_id: str | None
    date: str | None
    account_id: str | None
    external_segment_link: str | None
    agent_id: str | None
    agent_phone: str | None
    agent_name: str | None
    agent_team_name: str | None
    agent_team_name_in_hierarchy: str | None
    agent_link: str | None
    customer_phone: str | None
    customer_name: str | None
    customer_link: str | None
    segment_recording_offset: str | None
    media: Any
    assessment_type: Any
    assessment_percentage: Any
    url: str

    class List(Paging):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
        segment_id: str = UNSET
        reservation_id: list[str] = UNSET
