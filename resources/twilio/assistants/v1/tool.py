from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, param

from .base import AssistantsResource


class Tool(AssistantsResource, uri="/Tools/{id}"):
    """assistants.v1.tools."""

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
    policies: list[dict[str, Any]] | None

    class Create(Params):
        assistants_v1_service_create_tool_request: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        assistants_v1_service_update_tool_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging):
        assistant_id: str = UNSET

    class Fetch(Params): ...
    class Delete(Params): ...
