"""Search."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, NoKey, Params, as_written, field, param

from .base import KnowledgeResource


class KnowledgeChunkResult(Model):
    content: str | None = None
    created_at: datetime | None = field(name="createdAt", default=None)
    chunk_index: int | None = field(name="chunkIndex", default=None)
    document_title: str | None = field(name="documentTitle", default=None)
    document_url: str | None = field(name="documentUrl", default=None)
    document_number: int | None = field(name="documentNumber", default=None)
    score: float | None = None
    knowledge_id: str | None = field(name="knowledgeId", default=None)


class KnowledgeSearch(
    KnowledgeResource, uri="/KnowledgeBases/{kb_id}/Search", field_names=as_written
):
    """client.knowledge.v2.search"""

    chunks: list[KnowledgeChunkResult]
    kb_id: str

    class Key(NoKey): ...

    class Create(Params):
        query: str = param(default=...)
        top: int = param(default=...)
        knowledge_ids: list[str] = UNSET
        knowledge_search: dict[str, Any] = param(location="body", default=UNSET)
