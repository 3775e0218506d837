"""Functions of services."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, collection, field

from .base import ServerlessResource
from .function_version import Version


class Function(ServerlessResource, uri="/Services/{service_sid}/Functions/{sid}"):
    """client.serverless.v1.services(…).functions"""

    sid: str = field(prefix="ZH")
    account_sid: str
    service_sid: str
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str

    class Update(Params):
        friendly_name: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    function_versions = collection(Version)
