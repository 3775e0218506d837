from __future__ import annotations

from typing import Any

from restmap import NoKey, Params, as_written, param

from .base import KnowledgeResource


class KnowledgeSearch(
    KnowledgeResource, uri="/KnowledgeBases/{kb_id}/Search", field_names=as_written
):
    """knowledge.v2.search."""

    chunks: list[dict[str, Any]]
    kb_id: str

    class Key(NoKey): ...

    class Create(Params):
        knowledge_search: dict[str, Any] = param(location="body")
