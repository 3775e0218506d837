"""Executions of flows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field, json_value, param

from .base import StudioResource
from .execution_context import Context
from .execution_step import ExecutionStep
from .types import Status


class Execution(StudioResource, uri="/Flows/{flow_sid}/Executions/{sid}"):
    """client.studio.v1.flows(…).executions"""

    sid: str = field(prefix="FN")
    account_sid: str
    flow_sid: str
    contact_sid: str | None
    contact_channel_address: str | None
    context: Any
    status: Status
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        to: str
        from_: str
        parameters: Any = param(json_value, default=UNSET)

    class Update(Params):
        status: Status

    class List(Paging):
        date_created_from: datetime = UNSET
        date_created_to: datetime = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    execution_context = collection(Context)
    steps = collection(ExecutionStep)
