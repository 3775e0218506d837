"""Flows."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Paging, Params, collection, field

from .base import StudioResource
from .engagement import Engagement
from .execution import Execution

Status = Literal["draft", "published"]


class Flow(StudioResource, uri="/Flows/{sid}"):
    """client.studio.v1.flows"""

    sid: str = field(prefix="FW")
    account_sid: str
    friendly_name: str | None
    status: Status
    version: int
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    engagements = collection(Engagement)
    executions = collection(Execution)
