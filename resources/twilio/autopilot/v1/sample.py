"""Samples of tasks."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import AutopilotResource


class Sample(AutopilotResource, uri="/Assistants/{assistant_sid}/Tasks/{task_sid}/Samples/{sid}"):
    """client.autopilot.v1.assistants(…).tasks(…).samples"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    task_sid: str
    language: str | None
    assistant_sid: str
    sid: str = field(prefix="UF")
    tagged_text: str | None
    url: str
    source_channel: str | None

    class Create(Params):
        language: str
        tagged_text: str
        source_channel: str = UNSET

    class Update(Params):
        language: str = UNSET
        tagged_text: str = UNSET
        source_channel: str = UNSET

    class List(Paging):
        language: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
