"""Revisions of flows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, Params, field

from .base import StudioResource
from .types import Status


class FlowRevision(StudioResource, uri="/Flows/{sid}/Revisions/{revision}"):
    """client.studio.v2.flows(…).revisions"""

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
    date_created: datetime
    date_updated: datetime | None
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
