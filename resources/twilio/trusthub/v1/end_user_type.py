"""End user types."""

from __future__ import annotations

from typing import Any

from restmap import Paging, Params, field

from .base import TrusthubResource


class EndUserType(TrusthubResource, uri="/EndUserTypes/{sid}"):
    """client.trusthub.v1.end_user_types"""

    sid: str = field(prefix="OY")
    friendly_name: str | None
    machine_name: str | None
    fields: list[Any] | None
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
