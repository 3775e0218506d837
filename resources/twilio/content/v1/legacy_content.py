"""Legacy contents."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, field

from .base import ContentResource


class LegacyContent(ContentResource, uri="/LegacyContent"):
    """client.content.v1.legacy_contents"""

    date_created: datetime
    date_updated: datetime | None
    sid: str = field(prefix="HX")
    account_sid: str
    friendly_name: str | None
    language: str | None
    variables: dict[str, Any] | None
    types: dict[str, Any] | None
    legacy_template_name: str | None
    legacy_body: str | None
    url: str

    class List(Paging): ...
