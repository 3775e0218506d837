"""Custom operators."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, json_value, param

from .base import IntelligenceResource

Availability = Literal[
    "internal", "beta", "public", "retired", "general-availability", "deprecated"
]


class CustomOperator(IntelligenceResource, uri="/Operators/Custom/{sid}"):
    """client.intelligence.v2.custom_operators"""

    account_sid: str
    sid: str = field(prefix="LY")
    friendly_name: str | None
    description: str | None
    author: str | None
    operator_type: str | None
    version: int
    availability: Availability
    config: Any
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        friendly_name: str
        operator_type: str
        config: Any = param(json_value)

    class Update(Params):
        friendly_name: str
        config: Any = param(json_value)
        if_match: str = param(location="header", default=UNSET)

    class List(Paging):
        availability: Availability = UNSET
        language_code: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
