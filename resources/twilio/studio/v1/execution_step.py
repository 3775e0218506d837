"""Steps of executions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, Params, collection, field

from .base import StudioResource
from .execution_step_context import ExecutionStepContext


class ExecutionStep(StudioResource, uri="/Flows/{flow_sid}/Executions/{execution_sid}/Steps/{sid}"):
    """client.studio.v1.flows(…).executions(…).steps"""

    sid: str = field(prefix="FT")
    account_sid: str
    flow_sid: str
    execution_sid: str
    parent_step_sid: str | None
    name: str | None
    context: Any
    transitioned_from: str | None
    transitioned_to: str | None
    type: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class List(Paging): ...

    class Fetch(Params): ...

    step_context = collection(ExecutionStepContext)
