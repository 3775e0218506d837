"""Plugin versions of plugins."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field, param

from .base import FlexApiResource


class PluginVersions(FlexApiResource, uri="/PluginService/Plugins/{plugin_sid}/Versions/{sid}"):
    """client.flex_api.v1.plugins(…).plugin_versions"""

    sid: str = field(prefix="FV")
    plugin_sid: str
    account_sid: str
    version: str | None
    plugin_url: str | None
    changelog: str | None
    private: bool | None
    archived: bool | None
    validated: bool | None
    date_created: datetime
    url: str

    class Create(Params):
        resource_version: str = param(name="Version")
        plugin_url: str
        flex_metadata: str = param(location="header", default=UNSET)
        changelog: str = UNSET
        private: bool = UNSET
        cli_version: str = UNSET
        validate_status: str = UNSET

    class List(Paging):
        flex_metadata: str = param(location="header", default=UNSET)

    class Fetch(Params):
        flex_metadata: str = param(location="header", default=UNSET)
