"""Flex flow."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, param

from .base import FlexApiResource

ChannelType = Literal["web", "sms", "facebook", "whatsapp", "line", "custom"]
IntegrationType = Literal["studio", "external", "task"]


class FlexFlowParameters(Params):
    """The parameters of Create and Update."""

    contact_identity: str = UNSET
    enabled: bool = UNSET
    integration_type: IntegrationType = UNSET
    integration_flow_sid: str = param(name="Integration.FlowSid", default=UNSET)
    integration_url: str = param(name="Integration.Url", default=UNSET)
    integration_workspace_sid: str = param(name="Integration.WorkspaceSid", default=UNSET)
    integration_workflow_sid: str = param(name="Integration.WorkflowSid", default=UNSET)
    integration_channel: str = param(name="Integration.Channel", default=UNSET)
    integration_timeout: int = param(name="Integration.Timeout", default=UNSET)
    integration_priority: int = param(name="Integration.Priority", default=UNSET)
    integration_creation_on_message: bool = param(
        name="Integration.CreationOnMessage", default=UNSET
    )
    long_lived: bool = UNSET
    janitor_enabled: bool = UNSET
    integration_retry_count: int = param(name="Integration.RetryCount", default=UNSET)


class FlexFlow(FlexApiResource, uri="/FlexFlows/{sid}"):
    """client.flex_api.v1.flex_flow"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    sid: str = field(prefix="FO")
    friendly_name: str | None
    chat_service_sid: str | None
    channel_type: ChannelType
    contact_identity: str | None
    enabled: bool | None
    integration_type: IntegrationType
    integration: Any
    long_lived: bool | None
    janitor_enabled: bool | None
    url: str

    class Create(FlexFlowParameters):
        friendly_name: str
        chat_service_sid: str
        channel_type: ChannelType

    class Update(FlexFlowParameters):
        friendly_name: str = UNSET
        chat_service_sid: str = UNSET
        channel_type: ChannelType = UNSET

    class List(Paging):
        friendly_name: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
