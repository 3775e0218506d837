from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import KnowledgeResource

Status = Literal["SCHEDULED", "QUEUED", "PROCESSING", "COMPLETED", "FAILED"]


class Knowledge(KnowledgeResource, uri="/KnowledgeBases/{kb_id}/Knowledge/{id}"):
    """knowledge.v2.knowledge."""

    name: str
    description: str
    source: dict[str, Any]
    id: str
    status: Status
    created_at: datetime
    updated_at: datetime
    kb_id: str

    class Create(Params):
        knowledge_core: dict[str, Any] = param(location="body")

    class Update(Params, method="PATCH"):
        knowledge_core: dict[str, Any] = param(location="body")
        refresh: bool = param(location="query", default=UNSET)

    class List(Paging, page=MetaTokenPage("knowledge")):
        page: int = UNSET

    class Fetch(Params): ...
    class Delete(Params): ...
