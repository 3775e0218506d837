"""Tools."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Paging, Params, param

from .base import AssistantsResource
from .models import CreatePolicyRequest


class Policy(Model):
    type: str
    policy_details: dict[str, Any]
    id: str | None = None
    name: str | None = None
    description: str | None = None
    account_sid: str | None = None
    user_sid: str | None = None
    date_created: datetime | None = None
    date_updated: datetime | None = None


class Tool(AssistantsResource, uri="/Tools/{id}"):
    """client.assistants.v1.tools"""

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
    policies: list[Policy] | None

    class Create(Params):
        enabled: bool = param(default=...)
        name: str = param(default=...)
        type: str = param(default=...)
        assistant_id: str = UNSET
        description: str = UNSET
        meta: dict[str, Any] = UNSET
        policy: CreatePolicyRequest = UNSET
        assistants_v1_service_create_tool_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT"):
        assistant_id: str = UNSET
        description: str = UNSET
        enabled: bool = UNSET
        meta: dict[str, Any] = UNSET
        name: str = UNSET
        policy: CreatePolicyRequest = UNSET
        type: str = UNSET
        assistants_v1_service_update_tool_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging):
        assistant_id: str = param(name="AssistantId", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...
