"""Knowledge."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, field, param

from .base import KnowledgeResource

Status = Literal["SCHEDULED", "QUEUED", "PROCESSING", "COMPLETED", "FAILED"]
SupportedFileMimeType = Literal[
    "text/csv", "text/markdown", "application/pdf", "text/tab-separated-values", "text/plain"
]


class TextSourceDetails(Model):
    content: str
    type: Literal["Text"] = "Text"


class KnowledgeErrorInstance(Model):
    type: str
    code: int
    instance: str
    detail: str | None = None


class KnowledgeErrorGroup(Model):
    title: str
    instances: list[KnowledgeErrorInstance]


class WebSourceDetails(Model):
    url: str
    type: Literal["Web"] = "Web"
    crawl_depth: int | None = None
    crawl_period: Literal["WEEKLY", "BIWEEKLY", "MONTHLY", "NEVER"] | None = None
    errors: list[KnowledgeErrorGroup] | None = None


class FileSourceDetails(Model):
    file_name: str
    file_size: int
    mime_type: SupportedFileMimeType
    type: Literal["File"] = "File"
    import_url: str | None = None
    upload_expiration: datetime | None = None


class Knowledge(KnowledgeResource, uri="/KnowledgeBases/{kb_id}/Knowledge/{id}"):
    """client.knowledge.v2.knowledge"""

    name: str
    description: str | None
    source: TextSourceDetails | WebSourceDetails | FileSourceDetails | None = field(
        tagged_by="type"
    )
    id: str
    status: Status
    created_at: datetime
    updated_at: datetime
    kb_id: str

    class Create(Params):
        name: str = param(default=...)
        description: str = UNSET
        source: TextSourceDetails | WebSourceDetails | FileSourceDetails = param(
            tagged_by="type", default=UNSET
        )
        knowledge_core: dict[str, Any] = param(location="body", default=UNSET)

    class Update(Params, method="PATCH"):
        name: str = param(default=...)
        refresh: bool = param(location="query", default=UNSET)
        description: str = UNSET
        source: TextSourceDetails | WebSourceDetails | FileSourceDetails = param(
            tagged_by="type", default=UNSET
        )
        knowledge_core: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, items="knowledge"):
        page: int = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
