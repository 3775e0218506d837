"""Assistants tools of assistants."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, Params, action

from .base import AssistantsResource


class ToolAttachment(AssistantsResource, uri="/Assistants/{assistant_id}/Tools/{id}"):
    """client.assistants.v1.assistants(…).assistants_tools"""

    account_sid: str
    description: str
    enabled: bool
    id: str
    meta: dict[str, Any]
    name: str
    requires_auth: bool
    type: str
    url: str
    date_created: datetime
    date_updated: datetime
    assistant_id: str

    class Post(Params, body="form"): ...

    class List(Paging): ...

    class Delete(Params): ...

    create = action(Post)
    create_async = create.awaited()
