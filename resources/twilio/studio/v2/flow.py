"""Flows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field, json_value, param

from .base import StudioResource
from .execution import Execution
from .flow_revision import FlowRevision
from .flow_test_user import FlowTestUser
from .types import Status


class Flow(StudioResource, uri="/Flows/{sid}"):
    """client.studio.v2.flows"""

    sid: str = field(prefix="FW")
    account_sid: str
    author_sid: str | None
    friendly_name: str | None
    definition: Any
    status: Status
    revision: int
    commit_message: str | None
    valid: bool | None
    errors: list[Any] | None
    warnings: list[Any] | None
    date_created: datetime
    date_updated: datetime | None
    webhook_url: str | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str
        status: Status
        definition: Any = param(json_value)
        commit_message: str = UNSET
        author_sid: str = UNSET

    class Update(Params):
        status: Status
        friendly_name: str = UNSET
        definition: Any = param(json_value, default=UNSET)
        commit_message: str = UNSET
        author_sid: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    executions = collection(Execution)
    revisions = collection(FlowRevision)
    test_users = collection(FlowTestUser)
