"""Knowledge."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Paging, Params, collection, param

from .base import KnowledgeResource
from .chunks import Chunks
from .status import Status


class CreatePolicyRequest(Model):
    policy_details: Any
    description: str = UNSET
    id: str = UNSET
    name: str = UNSET
    type: str = UNSET


class Knowledge(KnowledgeResource, uri="/Knowledge/{id}"):
    """client.knowledge.v1.knowledge"""

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

    class Create(Params):
        name: str = param(default=...)
        type: str = param(default=...)
        description: str = UNSET
        knowledge_source_details: dict[str, Any] = UNSET
        policy: CreatePolicyRequest = UNSET
        embedding_model: str = UNSET
        knowledge_v1_service_create_knowledge_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT"):
        description: str = UNSET
        knowledge_source_details: dict[str, Any] = UNSET
        name: str = UNSET
        policy: CreatePolicyRequest = UNSET
        type: str = UNSET
        embedding_model: str = UNSET
        knowledge_v1_service_update_knowledge_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging):
        tags: str = param(name="Tags", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    chunks = collection(Chunks)
    knowledge_status = collection(Status)
