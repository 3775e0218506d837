"""Get api keys."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, field

from .base import IamResource


class GetApiKeys(IamResource, uri="/Keys"):
    """client.iam.v1.get_api_keys"""

    sid: str = field(prefix="SK")
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    flags: list[str]

    class List(Paging):
        account_sid: str
