"""Build status of builds."""

from __future__ import annotations

from typing import Literal

from restmap import NoKey, Params, field

from .base import ServerlessResource

StatusStatus = Literal["building", "completed", "failed"]


class Status(ServerlessResource, uri="/Services/{service_sid}/Builds/{sid}/Status"):
    """client.serverless.v1.services(…).builds(…).build_status"""

    sid: str = field(prefix="ZB")
    account_sid: str
    service_sid: str
    status: StatusStatus
    url: str

    class Key(NoKey): ...

    class Fetch(Params): ...
