"""Services."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from restmap import UNSET, Paging, Params, collection, deferred, field

from .base import ServerlessResource

if TYPE_CHECKING:
    from .asset import Asset
    from .build import Build
    from .environment import Environment
    from .function import Function
else:
    Asset = deferred(".asset:Asset", __package__)
    Build = deferred(".build:Build", __package__)
    Environment = deferred(".environment:Environment", __package__)
    Function = deferred(".function:Function", __package__)


class Service(ServerlessResource, uri="/Services/{sid}"):
    """client.serverless.v1.services"""

    sid: str = field(prefix="ZS")
    account_sid: str
    friendly_name: str | None
    unique_name: str | None
    include_credentials: bool | None
    ui_editable: bool | None
    domain_base: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        unique_name: str
        friendly_name: str
        include_credentials: bool = UNSET
        ui_editable: bool = UNSET

    class Update(Params):
        include_credentials: bool = UNSET
        friendly_name: str = UNSET
        ui_editable: bool = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    assets = collection(Asset)
    builds = collection(Build)
    environments = collection(Environment)
    functions = collection(Function)
