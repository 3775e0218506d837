"""Operations."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Model, Params

from .base import MemoryResource

Status = Literal["PENDING", "RUNNING", "CANCELLED", "COMPLETED", "FAILED"]


class OperationResultResourceId(Model):
    type: Literal["RESOURCE_ID"]
    id: str


class OperationError(Model):
    type: str | None = None
    title: str | None = None
    code: int | None = None
    detail: str | None = None


class Operation(MemoryResource, uri="/ControlPlane/Operations/{operation_id}"):
    """client.memory.v1.operations"""

    operation_id: str
    status: Status
    created_at: datetime
    status_url: str | None
    completed_at: datetime | None
    result: OperationResultResourceId | None
    error: OperationError | None
    result_url: str | None

    class Fetch(Params): ...
