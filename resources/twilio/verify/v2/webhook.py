"""Webhooks of services."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field, param

from ...types import CallbackMethod
from .base import VerifyResource

Status = Literal["enabled", "disabled"]
Version = Literal["v1", "v2"]


class Webhook(VerifyResource, uri="/Services/{service_sid}/Webhooks/{sid}"):
    """client.verify.v2.services(…).webhooks"""

    sid: str = field(prefix="YW")
    service_sid: str
    account_sid: str
    friendly_name: str | None
    event_types: list[str] | None
    status: Status
    version: Version
    webhook_url: str | None
    webhook_method: CallbackMethod
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        friendly_name: str
        event_types: list[str]
        webhook_url: str
        status: Status = UNSET
        resource_version: Version = param(name="Version", default=UNSET)

    class Update(Params):
        friendly_name: str = UNSET
        event_types: list[str] = UNSET
        webhook_url: str = UNSET
        status: Status = UNSET
        resource_version: Version = param(name="Version", default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
