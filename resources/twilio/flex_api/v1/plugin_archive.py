"""Plugin archive."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, Resource, field, param

from .base import FlexApiResource


class PluginArchive(FlexApiResource, uri="/PluginService/Plugins/{sid}/Archive"):
    """client.flex_api.v1.plugin_archive"""

    sid: str = field(prefix="FP")
    account_sid: str
    unique_name: str | None
    friendly_name: str | None
    description: str | None
    archived: bool | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Key(Resource.Key):
        sid: str

    class Update(Params):
        flex_metadata: str = param(location="header", default=UNSET)
