"""Chunks."""

from __future__ import annotations

from datetime import datetime

from restmap import NoKey, Paging

from .base import KnowledgeResource


class KnowledgeChunks(
    KnowledgeResource, uri="/KnowledgeBases/{kb_id}/Knowledge/{knowledge_id}/Chunks"
):
    """client.knowledge.v2.chunks"""

    content: str
    created_at: datetime
    chunk_index: int
    document_title: str
    document_url: str
    document_number: int
    kb_id: str
    knowledge_id: str

    class Key(NoKey): ...

    class List(Paging, items="chunks"): ...
