"""Conversations."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, action, param

from .base import ConversationsResource
from .models import Address, AddressInput, ConversationsV1Bridge, StatusCallbackConfig
from .types import ConversationsV2ConversationGroupingType, ConversationsV2ParticipantType

ConversationParticipantType = Literal["HUMAN_AGENT", "CUSTOMER", "AI_AGENT", "AGENT", "UNKNOWN"]
ConversationsV2ConversationStatus = Literal["ACTIVE", "INACTIVE", "CLOSED"]
Status = Literal["ACTIVE", "INACTIVE", "CLOSED"]


class ConversationConfiguration(Model):
    display_name: str | None = None
    description: str | None = None
    conversation_grouping_type: ConversationsV2ConversationGroupingType | None = None
    memory_store_id: str | None = None
    channel_settings: dict[str, Any] | None = None
    status_callbacks: list[StatusCallbackConfig] | None = None
    intelligence_configuration_ids: list[str] | None = None
    memory_extraction_enabled: bool | None = None
    conversations_v1_bridge: ConversationsV1Bridge | None = None


class V2Participant(Model):
    id: str
    conversation_id: str
    account_id: str
    name: str | None = None
    type: ConversationsV2ParticipantType | None = None
    profile_id: str | None = None
    addresses: list[Address] | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None


class ConversationConfigurationInput(Model):
    intelligence_configuration_ids: list[str] = UNSET


class ConversationParticipant(Model):
    name: str = UNSET
    type: ConversationParticipantType = UNSET
    profile_id: str = UNSET
    addresses: list[AddressInput] = UNSET


class ConversationConfigurationWithStatusCallbacks(Model):
    status_callbacks: list[StatusCallbackConfig] | None = None


class Conversation(ConversationsResource, uri="/Conversations/{id}"):
    """client.conversations.v2.conversations"""

    id: str
    account_id: str
    configuration_id: str
    status: ConversationsV2ConversationStatus | None
    name: str | None
    created_at: datetime | None
    updated_at: datetime | None
    configuration: ConversationConfiguration | None
    participants: list[V2Participant] | None

    class Create(Params):
        configuration_id: str = param(default=...)
        name: str = UNSET
        configuration: ConversationConfigurationInput = UNSET
        participants: list[ConversationParticipant] = UNSET
        create_conversation_with_config_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT"):
        status: Status = param(default=...)
        name: str = UNSET
        update_conversation_by_id_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, items="conversations"):
        status: list[Status] = UNSET
        channel_id: str = UNSET

    class Delete(Params):
        idempotency_key: str = param(location="header", default=UNSET)

    class Patch(Params, method="PATCH"):
        name: str | None = UNSET
        status: Status = UNSET
        configuration: ConversationConfigurationWithStatusCallbacks = UNSET
        patch_conversation_by_id_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
