"""Environments of services."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import ServerlessResource
from .deployment import Deployment
from .log import Log
from .variable import Variable


class Environment(ServerlessResource, uri="/Services/{service_sid}/Environments/{sid}"):
    """client.serverless.v1.services(…).environments"""

    sid: str = field(prefix="ZE")
    account_sid: str
    service_sid: str
    build_sid: str | None
    unique_name: str | None
    domain_suffix: str | None
    domain_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        unique_name: str
        domain_suffix: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    deployments = collection(Deployment)
    logs = collection(Log)
    variables = collection(Variable)
