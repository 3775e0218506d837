"""Executions of flows."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field, json_value, param

from .base import StudioResource
from .context import Context
from .execution_step import ExecutionStep

Status = Literal["active", "ended"]


class Execution(StudioResource, uri="/Flows/{flow_sid}/Executions/{sid}"):
    """client.studio.v2.flows(…).executions"""

    sid: str = field(prefix="FN")
    account_sid: str
    flow_sid: str
    contact_channel_address: str | None
    contact_sid: str | None
    flow_version: int | None
    context: Any
    status: Status
    date_created: datetime
    date_updated: datetime | None
    initiated_by: str | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        to: str
        from_: str
        parameters: Any = param(json_value, default=UNSET)

    class Update(Params):
        status: Status

    class List(Paging):
        status: Status = param(name="status", default=UNSET)
        date_created_from: datetime = UNSET
        date_created_to: datetime = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    execution_context = collection(Context)
    steps = collection(ExecutionStep)
