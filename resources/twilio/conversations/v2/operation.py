from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import Params

from .base import ConversationsResource

ConversationsV2OperationStatusValue = Literal["PENDING", "COMPLETED", "FAILED"]


class Operation(ConversationsResource, uri="/ControlPlane/Operations/{id}"):
    """conversations.v2.operations."""

    operation_id: str
    status: ConversationsV2OperationStatusValue
    created_at: datetime
    completed_at: datetime | None
    status_url: str
    error: dict[str, Any] | None
    related: dict[str, str] | None

    class Fetch(Params): ...
