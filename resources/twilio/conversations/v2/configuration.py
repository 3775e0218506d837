"""Configurations."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, action, param

from .base import ConversationsResource
from .models import ConversationsV1Bridge, StatusCallbackConfig
from .types import ConversationsV2ConversationGroupingType

ConversationGroupingType = Literal[
    "GROUP_BY_PROFILE",
    "GROUP_BY_PARTICIPANT_ADDRESSES",
    "GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE",
]


class StatusTimeouts(Model):
    inactive: int | None = None
    closed: int | None = None


class CaptureRule(Model):
    from_: str
    to: str
    metadata: dict[str, str] | None = None


class ChannelSetting(Model):
    status_timeouts: StatusTimeouts | None = None
    capture_rules: list[CaptureRule] | None = None


class ConfigurationChannelSettingStatusTimeouts(Model):
    inactive: int = UNSET
    closed: int = UNSET


class ConfigurationChannelSettingCaptureRule(Model):
    from_: str
    to: str
    metadata: dict[str, str] = UNSET


class ConfigurationChannelSetting(Model):
    status_timeouts: ConfigurationChannelSettingStatusTimeouts = UNSET
    capture_rules: list[ConfigurationChannelSettingCaptureRule] = UNSET


class ConfigurationStatusCallback(Model):
    url: str
    method: Literal["POST", "GET"] = UNSET


class ConfigurationConversationsV1Bridge(Model):
    service_id: str


class ConfigurationChannelSettingWithStatusTimeouts(Model):
    status_timeouts: ConfigurationChannelSettingStatusTimeouts = UNSET
    capture_rules: list[ConfigurationChannelSettingCaptureRule] = UNSET


class ConfigurationConversationsV1BridgeWithServiceId(Model):
    service_id: str


class ConfigurationParameters(Params):
    """The parameters of Create and Update."""

    description: str = param(default=...)
    conversation_grouping_type: ConversationGroupingType = param(default=...)
    memory_store_id: str = param(default=...)
    idempotency_key: str = param(location="header", default=UNSET)
    status_callbacks: list[ConfigurationStatusCallback] = UNSET
    intelligence_configuration_ids: list[str] = UNSET
    memory_extraction_enabled: bool = UNSET
    conversations_v1_bridge: ConfigurationConversationsV1Bridge = UNSET


class Configuration(ConversationsResource, uri="/ControlPlane/Configurations/{id}"):
    """client.conversations.v2.configurations"""

    id: str
    display_name: str | None
    description: str | None
    conversation_grouping_type: ConversationsV2ConversationGroupingType | None
    memory_store_id: str | None
    channel_settings: dict[str, ChannelSetting] | None
    status_callbacks: list[StatusCallbackConfig] | None
    intelligence_configuration_ids: list[str] | None
    memory_extraction_enabled: bool | None
    conversations_v1_bridge: ConversationsV1Bridge | None
    created_at: datetime | None
    updated_at: datetime | None
    version: int | None
    status_url: str | None
    related: dict[str, str] | None

    class Create(ConfigurationParameters):
        display_name: str = param(default=...)
        channel_settings: dict[str, ConfigurationChannelSetting] = UNSET
        create_configuration_request: dict[str, Any] = param(location="body", default=UNSET)

    class Update(ConfigurationParameters, method="PUT"):
        channel_settings: dict[str, ConfigurationChannelSetting] = param(default=...)
        display_name: str = UNSET
        update_configuration_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, items="configurations"):
        memory_store_id: str = UNSET

    class Delete(Params):
        idempotency_key: str = param(location="header", default=UNSET)

    class Patch(Params, method="PATCH"):
        idempotency_key: str = param(location="header", default=UNSET)
        display_name: str | None = UNSET
        description: str | None = UNSET
        conversation_grouping_type: ConversationGroupingType = UNSET
        memory_store_id: str | None = UNSET
        channel_settings: dict[str, ConfigurationChannelSettingWithStatusTimeouts | None] = UNSET
        status_callbacks: list[ConfigurationStatusCallback] | None = UNSET
        intelligence_configuration_ids: list[str] | None = UNSET
        memory_extraction_enabled: bool | None = UNSET
        conversations_v1_bridge: ConfigurationConversationsV1BridgeWithServiceId | None = UNSET
        patch_configuration_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
