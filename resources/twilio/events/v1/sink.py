"""Sinks."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field, json_value, param

from .base import EventsResource
from .test import Test
from .validate import Validate

SinkType = Literal["kinesis", "webhook", "segment", "email"]
Status = Literal["initialized", "validating", "active", "failed"]


class Sink(EventsResource, uri="/Sinks/{sid}"):
    """client.events.v1.sinks"""

    date_created: datetime
    date_updated: datetime | None
    description: str | None
    sid: str = field(prefix="DG")
    sink_configuration: Any
    sink_type: SinkType
    status: Status
    url: str
    links: dict[str, str] | None

    class Create(Params):
        description: str
        sink_configuration: Any = param(json_value)
        sink_type: SinkType

    class Update(Params):
        description: str

    class List(Paging):
        in_use: bool = UNSET
        status: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    sink_test = collection(Test)
    sink_validate = collection(Validate)
