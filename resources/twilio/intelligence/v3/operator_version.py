"""Versions."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import Paging, Params

from .base import IntelligenceResource
from .models import OperatorContext, OperatorParameter, OperatorTrainingExample
from .types import OperatorAuthorEnum, OperatorOutputFormat

OperatorVersionStatus = Literal["PREVIEW", "ACTIVE", "DEPRECATED", "RETIRED"]


class OperatorVersion(IntelligenceResource, uri="/ControlPlane/Operators/{id}/Versions/{version}"):
    """client.intelligence.v3.versions"""

    id: str
    display_name: str | None
    description: str | None
    version: int
    author: OperatorAuthorEnum | None
    prompt: str | None
    output_format: OperatorOutputFormat | None
    output_schema: dict[str, Any] | None
    training_examples: list[OperatorTrainingExample] | None
    context: OperatorContext | None
    parameters: dict[str, OperatorParameter] | None
    status: OperatorVersionStatus
    date_created: datetime
    date_deprecated: datetime | None
    retirement_date: datetime | None
    date_retired: datetime | None

    class List(Paging): ...

    class Fetch(Params): ...
