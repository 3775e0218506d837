"""Logs of environments."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import ServerlessResource


class Log(
    ServerlessResource, uri="/Services/{service_sid}/Environments/{environment_sid}/Logs/{sid}"
):
    """client.serverless.v1.services(…).environments(…).logs"""

    sid: str = field(prefix="NO")
    account_sid: str
    service_sid: str
    environment_sid: str
    build_sid: str | None
    deployment_sid: str | None
    function_sid: str | None
    request_sid: str | None
    level: str | None
    message: str | None
    date_created: datetime
    url: str

    class List(Paging):
        function_sid: str = UNSET
        start_date: datetime = UNSET
        end_date: datetime = UNSET

    class Fetch(Params): ...
