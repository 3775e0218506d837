"""Variables of environments."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import ServerlessResource


class Variable(
    ServerlessResource, uri="/Services/{service_sid}/Environments/{environment_sid}/Variables/{sid}"
):
    """client.serverless.v1.services(…).environments(…).variables"""

    sid: str = field(prefix="ZV")
    account_sid: str
    service_sid: str
    environment_sid: str
    key: str | None
    value: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        key: str
        value: str

    class Update(Params):
        key: str = UNSET
        value: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
