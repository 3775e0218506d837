from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Model, Paging, Params, field, param

from ...other_pages import MetaTokenPage
from .base import KnowledgeResource

Status = Literal["SCHEDULED", "QUEUED", "PROCESSING", "COMPLETED", "FAILED"]
SupportedFileMimeType = Literal[
    "text/csv", "text/markdown", "application/pdf", "text/tab-separated-values", "text/plain",
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


class KnowledgeCore(Model):
    name: str
    description: str = UNSET
    source: TextSourceDetails | WebSourceDetails | FileSourceDetails = field(
        tagged_by="type", default=UNSET
    )


class Knowledge(KnowledgeResource, uri="/KnowledgeBases/{kb_id}/Knowledge/{id}"):
    """knowledge.v2.knowledge."""

    name: str
    description: str
    source: TextSourceDetails | WebSourceDetails | FileSourceDetails
    id: str
    status: Status
    created_at: datetime
    updated_at: datetime
    kb_id: str

    class Create(Params):
        knowledge_core: KnowledgeCore = param(location="body")

    class Update(Params, method="PATCH"):
        knowledge_core: KnowledgeCore = param(location="body")
        refresh: bool = param(location="query", default=UNSET)

    class List(Paging, page=MetaTokenPage("knowledge")):
        page: int = UNSET

    class Fetch(Params): ...
    class Delete(Params): ...
