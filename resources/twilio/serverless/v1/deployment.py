"""Deployments of environments."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import ServerlessResource


class Deployment(
    ServerlessResource,
    uri="/Services/{service_sid}/Environments/{environment_sid}/Deployments/{sid}",
):
    """client.serverless.v1.services(…).environments(…).deployments"""

    sid: str = field(prefix="ZD")
    account_sid: str
    service_sid: str
    environment_sid: str
    build_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        build_sid: str = UNSET
        is_plugin: bool = UNSET

    class List(Paging): ...

    class Fetch(Params): ...
