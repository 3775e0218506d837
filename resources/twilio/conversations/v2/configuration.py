from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Model, Paging, Params, action, param

from ...other_pages import MetaTokenPage
from .base import ConversationsResource
from .models import ConversationsV1Bridge, StatusCallbackConfig
from .types import ConversationsV2ConversationGroupingType

ConfigurationCreateConfigurationRequestConversationGroupingType = Literal[
    "GROUP_BY_PROFILE", "GROUP_BY_PARTICIPANT_ADDRESSES",
    "GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE",
]
ConfigurationPatchConfigurationRequestConversationGroupingType = Literal[
    "GROUP_BY_PROFILE", "GROUP_BY_PARTICIPANT_ADDRESSES",
    "GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE",
]
ConfigurationUpdateConfigurationRequestConversationGroupingType = Literal[
    "GROUP_BY_PROFILE", "GROUP_BY_PARTICIPANT_ADDRESSES",
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


class ConfigurationCreateConfigurationRequestChannelSettingStatusTimeouts(Model):
    inactive: int = UNSET
    closed: int = UNSET


class ConfigurationCreateConfigurationRequestChannelSettingCaptureRule(Model):
    from_: str
    to: str
    metadata: dict[str, str] = UNSET


class ConfigurationCreateConfigurationRequestChannelSetting(Model):
    status_timeouts: ConfigurationCreateConfigurationRequestChannelSettingStatusTimeouts = UNSET
    capture_rules: list[ConfigurationCreateConfigurationRequestChannelSettingCaptureRule] = UNSET


class StatusCallback(Model):
    url: str
    method: Literal["POST", "GET"] = UNSET


class ConfigurationCreateConfigurationRequestConversationsV1Bridge(Model):
    service_id: str


class ConfigurationCreateConfigurationRequest(Model):
    display_name: str
    description: str
    conversation_grouping_type: ConfigurationCreateConfigurationRequestConversationGroupingType
    memory_store_id: str
    channel_settings: dict[str, ConfigurationCreateConfigurationRequestChannelSetting] = UNSET
    status_callbacks: list[StatusCallback] = UNSET
    intelligence_configuration_ids: list[str] = UNSET
    memory_extraction_enabled: bool = UNSET
    conversations_v1_bridge: ConfigurationCreateConfigurationRequestConversationsV1Bridge = UNSET


class ConfigurationUpdateConfigurationRequest(Model):
    description: str
    conversation_grouping_type: ConfigurationUpdateConfigurationRequestConversationGroupingType
    memory_store_id: str
    channel_settings: dict[str, ConfigurationCreateConfigurationRequestChannelSetting]
    display_name: str = UNSET
    status_callbacks: list[StatusCallback] = UNSET
    intelligence_configuration_ids: list[str] = UNSET
    memory_extraction_enabled: bool = UNSET
    conversations_v1_bridge: ConfigurationCreateConfigurationRequestConversationsV1Bridge = UNSET


class ConfigurationPatchConfigurationRequestChannelSetting(Model):
    status_timeouts: ConfigurationCreateConfigurationRequestChannelSettingStatusTimeouts = UNSET
    capture_rules: list[ConfigurationCreateConfigurationRequestChannelSettingCaptureRule] = UNSET


class ConfigurationPatchConfigurationRequestConversationsV1Bridge(Model):
    service_id: str


class ConfigurationPatchConfigurationRequest(Model):
    display_name: str | None = None
    description: str | None = None
    conversation_grouping_type: (
        ConfigurationPatchConfigurationRequestConversationGroupingType
    ) = UNSET
    memory_store_id: str | None = None
    channel_settings: dict[str, ConfigurationPatchConfigurationRequestChannelSetting | None] = UNSET
    status_callbacks: list[StatusCallback] | None = None
    intelligence_configuration_ids: list[str] | None = None
    memory_extraction_enabled: bool | None = None
    conversations_v1_bridge: (
        ConfigurationPatchConfigurationRequestConversationsV1Bridge | None
    ) = None


class Configuration(ConversationsResource, uri="/ControlPlane/Configurations/{id}"):
    """conversations.v2.configurations."""

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

    class Create(Params):
        create_configuration_request: ConfigurationCreateConfigurationRequest = param(
            location="body"
        )
        idempotency_key: str = param(location="header", default=UNSET)

    class Update(Params, method="PUT"):
        update_configuration_request: ConfigurationUpdateConfigurationRequest = param(
            location="body"
        )
        idempotency_key: str = param(location="header", default=UNSET)

    class List(Paging, page=MetaTokenPage("configurations")):
        memory_store_id: str = UNSET

    class Delete(Params):
        idempotency_key: str = param(location="header", default=UNSET)

    class Patch(Params, method="PATCH"):
        idempotency_key: str = param(location="header", default=UNSET)
        patch_configuration_request: ConfigurationPatchConfigurationRequest = param(
            location="body", default=UNSET
        )

    class Fetch(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
