"""Prebuilt operators."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field

from .base import IntelligenceResource

Availability = Literal["internal", "beta", "public", "retired", "general-availability"]


class PrebuiltOperator(IntelligenceResource, uri="/Operators/PreBuilt/{sid}"):
    """client.intelligence.v2.prebuilt_operators"""

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

    class List(Paging):
        availability: Availability = UNSET
        language_code: str = UNSET

    class Fetch(Params): ...
