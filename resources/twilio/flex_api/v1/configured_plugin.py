"""Plugins of plugin configurations."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, param

from .base import FlexApiResource


class ConfiguredPlugin(
    FlexApiResource, uri="/PluginService/Configurations/{configuration_sid}/Plugins/{plugin_sid}"
):
    """client.flex_api.v1.plugin_configurations(…).plugins"""

    account_sid: str
    configuration_sid: str
    plugin_sid: str
    plugin_version_sid: str | None
    phase: int
    plugin_url: str | None
    unique_name: str | None
    friendly_name: str | None
    description: str | None
    plugin_archived: bool | None
    version: str | None
    changelog: str | None
    plugin_version_archived: bool | None
    private: bool | None
    date_created: datetime
    url: str

    class List(Paging):
        flex_metadata: str = param(location="header", default=UNSET)

    class Fetch(Params):
        flex_metadata: str = param(location="header", default=UNSET)
