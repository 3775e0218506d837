"""Plugin configurations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field, json_value, list_of, param

from .base import FlexApiResource
from .configured_plugin import ConfiguredPlugin


class PluginConfiguration(FlexApiResource, uri="/PluginService/Configurations/{sid}"):
    """client.flex_api.v1.plugin_configurations"""

    sid: str = field(prefix="FJ")
    account_sid: str
    name: str | None
    description: str | None
    archived: bool | None
    date_created: datetime
    url: str
    links: dict[str, str] | None

    class Create(Params):
        name: str
        flex_metadata: str = param(location="header", default=UNSET)
        plugins: list[Any] = param(list_of(json_value), default=UNSET)
        description: str = UNSET

    class List(Paging):
        flex_metadata: str = param(location="header", default=UNSET)

    class Fetch(Params):
        flex_metadata: str = param(location="header", default=UNSET)

    plugins = collection(ConfiguredPlugin)
