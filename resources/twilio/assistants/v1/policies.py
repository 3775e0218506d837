"""assistants.v1.policies."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging

from .base import AssistantsResource


class Policies(AssistantsResource, uri="/Policies"):
    """A policies of assistants v1."""

    id: str
    name: str
    description: str
    account_sid: str
    user_sid: str
    type: str
    policy_details: dict[str, Any]
    date_created: datetime
    date_updated: datetime

    class List(Paging):
        tool_id: str = UNSET
        knowledge_id: str = UNSET
