"""End user types, in regulatory compliance."""

from __future__ import annotations

from typing import Any

from restmap import Paging, Params, field

from .base import NumbersResource


class EndUserType(NumbersResource, uri="/RegulatoryCompliance/EndUserTypes/{sid}"):
    """client.numbers.v2.regulatory_compliance.end_user_types"""

    sid: str = field(prefix="OY")
    friendly_name: str | None
    machine_name: str | None
    fields: list[Any] | None
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
