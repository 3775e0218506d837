"""End users."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field, json_value, param

from .base import TrusthubResource


class EndUser(TrusthubResource, uri="/EndUsers/{sid}"):
    """client.trusthub.v1.end_users"""

    sid: str = field(prefix="IT")
    account_sid: str
    friendly_name: str | None
    type: str | None
    attributes: Any
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        friendly_name: str
        type: str
        attributes: Any = param(json_value, default=UNSET)

    class Update(Params):
        friendly_name: str = UNSET
        attributes: Any = param(json_value, default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
