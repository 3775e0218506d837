"""Add on results of recordings."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Paging, Params, collection, field

from .base import ApiResource
from .payload import Payload

Status = Literal[
    "canceled", "completed", "deleted", "failed", "in-progress", "init", "processing", "queued"
]


class AddOnResult(
    ApiResource, uri="/Accounts/{account_sid}/Recordings/{reference_sid}/AddOnResults/{sid}.json"
):
    """client.api.v2010.accounts(…).recordings(…).add_on_results"""

    sid: str = field(prefix="XR")
    account_sid: str
    status: Status
    add_on_sid: str | None
    add_on_configuration_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    date_completed: datetime | None
    reference_sid: str
    subresource_uris: dict[str, str] | None

    class List(Paging, items="add_on_results"): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    payloads = collection(Payload)
