"""Fields of tasks."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import AutopilotResource


class Field(AutopilotResource, uri="/Assistants/{assistant_sid}/Tasks/{task_sid}/Fields/{sid}"):
    """client.autopilot.v1.assistants(…).tasks(…).fields"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    field_type: str | None
    task_sid: str
    assistant_sid: str
    sid: str = field(prefix="UE")
    unique_name: str | None
    url: str

    class Create(Params):
        field_type: str
        unique_name: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
