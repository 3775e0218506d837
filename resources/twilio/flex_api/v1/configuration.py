"""Configuration."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, NoKey, Params, param

from .base import FlexApiResource

Status = Literal["ok", "inprogress", "notstarted"]


class Configuration(FlexApiResource, uri="/Configuration"):
    """client.flex_api.v1.configuration"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    attributes: Any
    status: Status
    taskrouter_workspace_sid: str | None
    taskrouter_target_workflow_sid: str | None
    taskrouter_target_taskqueue_sid: str | None
    taskrouter_taskqueues: list[Any] | None
    taskrouter_skills: list[Any] | None
    taskrouter_worker_channels: Any
    taskrouter_worker_attributes: Any
    taskrouter_offline_activity_sid: str | None
    runtime_domain: str | None
    messaging_service_instance_sid: str | None
    chat_service_instance_sid: str | None
    flex_service_instance_sid: str | None
    flex_instance_sid: str | None
    ui_language: str | None
    ui_attributes: Any
    ui_dependencies: Any
    ui_version: str | None
    service_version: str | None
    call_recording_enabled: bool | None
    call_recording_webhook_url: str | None
    crm_enabled: bool | None
    crm_type: str | None
    crm_callback_url: str | None
    crm_fallback_url: str | None
    crm_attributes: Any
    public_attributes: Any
    plugin_service_enabled: bool | None
    plugin_service_attributes: Any
    integrations: list[Any] | None
    outbound_call_flows: Any
    serverless_service_sids: list[str] | None
    queue_stats_configuration: Any
    notifications: Any
    markdown: Any
    url: str
    flex_insights_hr: Any
    flex_insights_drilldown: bool | None
    flex_url: str | None
    channel_configs: list[Any] | None
    debugger_integration: Any
    flex_ui_status_report: Any
    agent_conv_end_methods: Any
    citrix_voice_vdi: Any
    offline_config: Any

    class Key(NoKey): ...

    class Update(Params):
        body: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params):
        ui_version: str = UNSET
