"""Content and approvals."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, field

from .base import ContentResource


class ContentAndApprovals(ContentResource, uri="/ContentAndApprovals"):
    """client.content.v1.content_and_approvals"""

    date_created: datetime
    date_updated: datetime | None
    sid: str = field(prefix="HX")
    account_sid: str
    friendly_name: str | None
    language: str | None
    variables: dict[str, Any] | None
    types: dict[str, Any] | None
    approval_requests: dict[str, Any] | None

    class List(Paging): ...
