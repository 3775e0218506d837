"""Knowledge status of knowledges."""

from __future__ import annotations

from datetime import datetime

from restmap import NoKey, Params

from .base import KnowledgeResource


class Status(KnowledgeResource, uri="/Knowledge/{id}/Status"):
    """client.knowledge.v1.knowledge(…).knowledge_status"""

    account_sid: str
    status: str
    last_status: str | None
    date_updated: datetime | None
    id: str

    class Key(NoKey): ...

    class Fetch(Params): ...
