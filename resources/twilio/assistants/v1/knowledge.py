"""Knowledge."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, param

from .base import AssistantsResource
from .chunks import Chunks
from .models import CreatePolicyRequest
from .status import Status


class Knowledge(AssistantsResource, uri="/Knowledge/{id}"):
    """client.assistants.v1.knowledge"""

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
        assistant_id: str = UNSET
        description: str = UNSET
        knowledge_source_details: dict[str, Any] = UNSET
        policy: CreatePolicyRequest = UNSET
        embedding_model: str = UNSET
        assistants_v1_service_create_knowledge_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT"):
        description: str = UNSET
        knowledge_source_details: dict[str, Any] = UNSET
        name: str = UNSET
        policy: CreatePolicyRequest = UNSET
        type: str = UNSET
        embedding_model: str = UNSET
        assistants_v1_service_update_knowledge_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging):
        assistant_id: str = param(name="AssistantId", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    chunks = collection(Chunks)
    knowledge_status = collection(Status)
