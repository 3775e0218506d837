"""Contents."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, field

from .base import ContentResource


class Content(ContentResource, uri="/Content"):
    """client.content.v2.contents"""

    date_created: datetime
    date_updated: datetime | None
    sid: str = field(prefix="HX")
    account_sid: str
    friendly_name: str | None
    language: str | None
    variables: dict[str, Any] | None
    types: dict[str, Any] | None
    url: str
    links: dict[str, str] | None

    class List(Paging):
        sort_by_date: str = UNSET
        sort_by_content_name: str = UNSET
        date_created_after: datetime = UNSET
        date_created_before: datetime = UNSET
        content_name: str = UNSET
        content: str = UNSET
        language: list[str] = UNSET
        content_type: list[str] = UNSET
        channel_eligibility: list[str] = UNSET
