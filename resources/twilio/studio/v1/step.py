"""Steps of engagements."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, Params, collection, field

from .base import StudioResource
from .step_context import Context


class Step(StudioResource, uri="/Flows/{flow_sid}/Engagements/{engagement_sid}/Steps/{sid}"):
    """client.studio.v1.flows(…).engagements(…).steps"""

    sid: str = field(prefix="FT")
    account_sid: str
    flow_sid: str
    engagement_sid: str
    name: str | None
    context: Any
    parent_step_sid: str | None
    transitioned_from: str | None
    transitioned_to: str | None
    type: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class List(Paging): ...

    class Fetch(Params): ...

    step_context = collection(Context)
