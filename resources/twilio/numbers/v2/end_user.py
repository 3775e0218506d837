"""End users, in regulatory compliance."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, json_value, param

from .base import NumbersResource

Type = Literal["individual", "business"]


class EndUser(NumbersResource, uri="/RegulatoryCompliance/EndUsers/{sid}"):
    """client.numbers.v2.regulatory_compliance.end_users"""

    sid: str = field(prefix="IT")
    account_sid: str
    friendly_name: str | None
    type: Type
    attributes: Any
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        friendly_name: str
        type: Type
        attributes: Any = param(json_value, default=UNSET)

    class Update(Params):
        friendly_name: str = UNSET
        attributes: Any = param(json_value, default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
