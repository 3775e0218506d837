"""Plugins."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field, param

from .base import FlexApiResource
from .plugin_versions import PluginVersions


class Plugin(FlexApiResource, uri="/PluginService/Plugins/{sid}"):
    """client.flex_api.v1.plugins"""

    sid: str = field(prefix="FP")
    account_sid: str
    unique_name: str | None
    friendly_name: str | None
    description: str | None
    archived: bool | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        unique_name: str
        flex_metadata: str = param(location="header", default=UNSET)
        friendly_name: str = UNSET
        description: str = UNSET

    class Update(Params):
        flex_metadata: str = param(location="header", default=UNSET)
        friendly_name: str = UNSET
        description: str = UNSET

    class List(Paging):
        flex_metadata: str = param(location="header", default=UNSET)

    class Fetch(Params):
        flex_metadata: str = param(location="header", default=UNSET)

    plugin_versions = collection(PluginVersions)
