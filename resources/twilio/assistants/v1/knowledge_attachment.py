"""Assistants knowledge of assistants."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging, Params, action

from .base import AssistantsResource


class KnowledgeAttachment(AssistantsResource, uri="/Assistants/{assistant_id}/Knowledge/{id}"):
    """client.assistants.v1.assistants(…).assistants_knowledge"""

    description: str | None
    id: str
    account_sid: str
    knowledge_source_details: dict[str, Any] | None
    name: str
    status: str | None
    type: str
    url: str
    embedding_model: str | None
    date_created: datetime
    date_updated: datetime
    assistant_id: str

    class Post(Params, body="form"): ...

    class List(Paging): ...

    class Delete(Params): ...

    create = action(Post)
    create_async = create.awaited()
