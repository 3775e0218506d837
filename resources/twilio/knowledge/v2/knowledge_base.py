"""Knowledge bases."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import KnowledgeResource

OrderBy = Literal["ASC", "DESC"]
Status = Literal["QUEUED", "PROVISIONING", "ACTIVE", "FAILED", "DELETING"]


class KnowledgeBase(KnowledgeResource, uri="/ControlPlane/KnowledgeBases/{id}"):
    """client.knowledge.v2.knowledge_bases"""

    display_name: str | None
    description: str | None
    id: str
    status: Status | None
    created_at: datetime | None
    updated_at: datetime | None
    version: int | None
    message: str | None
    status_url: str | None

    class Create(Params):
        display_name: str = param(default=...)
        description: str = UNSET
        knowledge_base_core: dict[str, Any] = param(location="body", default=UNSET)

    class Update(Params, method="PATCH"):
        if_match: str = param(location="header", default=UNSET)
        display_name: str = UNSET
        description: str = UNSET
        update_knowledge_base_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, page=MetaTokenPage("knowledgeBases", max_page_size=100)):
        order_by: OrderBy = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
