"""Builds of services."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field

from .base import ServerlessResource
from .status import Status

BuildStatus = Literal["building", "completed", "failed"]
Runtime = Literal[
    "node8", "node10", "node12", "node14", "node16", "node18", "node20", "node22", "node24"
]


class Build(ServerlessResource, uri="/Services/{service_sid}/Builds/{sid}"):
    """client.serverless.v1.services(…).builds"""

    sid: str = field(prefix="ZB")
    account_sid: str
    service_sid: str
    status: BuildStatus
    asset_versions: list[Any] | None
    function_versions: list[Any] | None
    dependencies: list[Any] | None
    runtime: Runtime
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        asset_versions: list[str] = UNSET
        function_versions: list[str] = UNSET
        dependencies: str = UNSET
        runtime: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    build_status = collection(Status)
