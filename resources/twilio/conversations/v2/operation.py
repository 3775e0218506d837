"""Operations."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Model, Params

from .base import ConversationsResource

ConversationsV2OperationStatusValue = Literal["PENDING", "COMPLETED", "FAILED"]


class OperationError(Model):
    type: str | None = None
    title: str | None = None
    status: int | None = None
    detail: str | None = None
    instance: str | None = None


class Operation(ConversationsResource, uri="/ControlPlane/Operations/{operation_id}"):
    """client.conversations.v2.operations"""

    operation_id: str
    status: ConversationsV2OperationStatusValue
    created_at: datetime
    completed_at: datetime | None
    status_url: str
    error: OperationError | None
    related: dict[str, str] | None

    class Fetch(Params): ...
