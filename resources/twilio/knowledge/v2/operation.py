from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import Params

from .base import KnowledgeResource

Status = Literal["PENDING", "RUNNING", "CANCELLED", "COMPLETED", "FAILED"]


class Operation(KnowledgeResource, uri="/ControlPlane/Operations/{operation_id}"):
    """knowledge.v2.operations."""

    operation_id: str
    status: Status
    created_at: datetime
    status_url: str
    completed_at: datetime
    result: Any
    error: dict[str, Any]
    result_url: str

    class Fetch(Params): ...
