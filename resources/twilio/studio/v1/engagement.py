"""Engagements of flows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field, json_value, param

from .base import StudioResource
from .engagement_context import Context
from .step import Step
from .types import Status


class Engagement(StudioResource, uri="/Flows/{flow_sid}/Engagements/{sid}"):
    """client.studio.v1.flows(…).engagements"""

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

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    engagement_context = collection(Context)
    steps = collection(Step)
