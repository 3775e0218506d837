"""Assistants."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Paging, Params, collection, param

from .base import AssistantsResource
from .feedback import Feedback
from .knowledge_attachment import KnowledgeAttachment
from .message import Message
from .tool_attachment import ToolAttachment


class ServiceKnowledge(Model):
    id: str
    name: str
    type: str
    date_created: datetime
    date_updated: datetime
    description: str | None = None
    account_sid: str | None = None
    knowledge_source_details: dict[str, Any] | None = None
    status: str | None = None
    url: str | None = None
    embedding_model: str | None = None


class ServiceTool(Model):
    description: str
    enabled: bool
    id: str
    meta: dict[str, Any]
    name: str
    requires_auth: bool
    type: str
    date_created: datetime
    date_updated: datetime
    account_sid: str | None = None
    url: str | None = None


class CustomerAi(Model):
    perception_engine_enabled: bool
    personalization_engine_enabled: bool


class SegmentCredential(Model):
    profile_api_key: str = UNSET
    space_id: str = UNSET
    write_key: str = UNSET


class Assistant(AssistantsResource, uri="/Assistants/{id}"):
    """client.assistants.v1.assistants"""

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
    knowledge: list[ServiceKnowledge] | None
    tools: list[ServiceTool] | None

    class Create(Params):
        name: str = param(default=...)
        customer_ai: CustomerAi = UNSET
        owner: str = UNSET
        personality_prompt: str = UNSET
        segment_credential: SegmentCredential = UNSET
        assistants_v1_service_create_assistant_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT"):
        customer_ai: CustomerAi = UNSET
        name: str = UNSET
        owner: str = UNSET
        personality_prompt: str = UNSET
        segment_credential: SegmentCredential = UNSET
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
