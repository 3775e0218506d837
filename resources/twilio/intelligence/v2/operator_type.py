"""Operator type."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field

from .base import IntelligenceResource

Availability = Literal["internal", "beta", "general-availability", "retired", "deprecated"]
OutputType = Literal[
    "text-classification",
    "text-extraction",
    "text-extraction-normalized",
    "text-generation",
    "json",
]
Provider = Literal["twilio", "amazon", "openai"]


class OperatorType(IntelligenceResource, uri="/OperatorTypes/{sid}"):
    """client.intelligence.v2.operator_type"""

    name: str | None
    sid: str = field(prefix="EY")
    friendly_name: str | None
    description: str | None
    docs_link: str | None
    output_type: OutputType
    supported_languages: list[str] | None
    provider: Provider
    availability: Availability
    configurable: bool | None
    config_schema: Any
    date_created: datetime
    date_updated: datetime | None
    url: str

    class List(Paging):
        language_code: str = UNSET

    class Fetch(Params): ...
