"""Plugin version archive."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, Resource, field, param

from .base import FlexApiResource


class PluginVersionArchive(
    FlexApiResource, uri="/PluginService/Plugins/{plugin_sid}/Versions/{sid}/Archive"
):
    """client.flex_api.v1.plugin_version_archive"""

    sid: str = field(prefix="FV")
    plugin_sid: str
    account_sid: str
    version: str | None
    plugin_url: str | None
    changelog: str | None
    private: bool | None
    archived: bool | None
    date_created: datetime
    url: str

    class Key(Resource.Key):
        plugin_sid: str
        sid: str

    class Update(Params):
        flex_metadata: str = param(location="header", default=UNSET)
