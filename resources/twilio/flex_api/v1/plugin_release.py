"""Plugin releases."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field, param

from .base import FlexApiResource


class PluginRelease(FlexApiResource, uri="/PluginService/Releases/{sid}"):
    """client.flex_api.v1.plugin_releases"""

    sid: str = field(prefix="FK")
    account_sid: str
    configuration_sid: str | None
    date_created: datetime
    url: str

    class Create(Params):
        configuration_id: str
        flex_metadata: str = param(location="header", default=UNSET)

    class List(Paging):
        flex_metadata: str = param(location="header", default=UNSET)

    class Fetch(Params):
        flex_metadata: str = param(location="header", default=UNSET)
