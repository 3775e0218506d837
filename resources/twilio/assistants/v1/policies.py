"""Policies."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, pascal_case

from .base import AssistantsResource


class Policies(AssistantsResource, uri="/Policies", parameter_names=pascal_case):
    """client.assistants.v1.policies"""

    id: str | None
    name: str | None
    description: str | None
    account_sid: str
    user_sid: str | None
    type: str
    policy_details: dict[str, Any]
    date_created: datetime
    date_updated: datetime | None

    class List(Paging):
        tool_id: str = UNSET
        knowledge_id: str = UNSET
