"""Plugin configuration archive."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, Resource, field, param

from .base import FlexApiResource


class PluginConfigurationArchive(
    FlexApiResource, uri="/PluginService/Configurations/{sid}/Archive"
):
    """client.flex_api.v1.plugin_configuration_archive"""

    sid: str = field(prefix="FJ")
    account_sid: str
    name: str | None
    description: str | None
    archived: bool | None
    date_created: datetime
    url: str

    class Key(Resource.Key):
        sid: str

    class Update(Params):
        flex_metadata: str = param(location="header", default=UNSET)
