"""Queries of assistants."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field

from .base import AutopilotResource


class Query(AutopilotResource, uri="/Assistants/{assistant_sid}/Queries/{sid}"):
    """client.autopilot.v1.assistants(…).queries"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    results: Any
    language: str | None
    model_build_sid: str | None
    query: str | None
    sample_sid: str | None
    assistant_sid: str
    sid: str = field(prefix="UH")
    status: str | None
    url: str
    source_channel: str | None
    dialogue_sid: str | None

    class Create(Params):
        language: str
        query: str
        tasks: str = UNSET
        model_build: str = UNSET

    class Update(Params):
        sample_sid: str = UNSET
        status: str = UNSET

    class List(Paging):
        language: str = UNSET
        model_build: str = UNSET
        status: str = UNSET
        dialogue_sid: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
