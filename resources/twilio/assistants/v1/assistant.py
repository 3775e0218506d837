from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, param

from .base import AssistantsResource
from .feedback import Feedback
from .knowledge_attachment import KnowledgeAttachment
from .message import Message
from .tool_attachment import ToolAttachment


class Assistant(AssistantsResource, uri="/Assistants/{id}"):
    """assistants.v1.assistants."""

    account_sid: str
    customer_ai: dict[str, Any]
    id: str
    model: str
    name: str
    owner: str
    url: str
    personality_prompt: str
    date_created: datetime
    date_updated: datetime
    knowledge: list[dict[str, Any]] | None
    tools: list[dict[str, Any]] | None

    class Create(Params):
        assistants_v1_service_create_assistant_request: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        assistants_v1_service_update_assistant_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging): ...
    class Fetch(Params): ...
    class Delete(Params): ...

    assistants_knowledge = collection(KnowledgeAttachment)
    assistants_tools = collection(ToolAttachment)
    feedbacks = collection(Feedback)
    messages = collection(Message)
