"""Transfers of channels."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Params, field, param

from .base import FlexApiResource

TransferStatus = Literal["active", "failed", "completed"]
TransferType = Literal["warm", "cold", "external"]


class InteractionTransfer(
    FlexApiResource, uri="/Interactions/{interaction_sid}/Channels/{channel_sid}/Transfers/{sid}"
):
    """client.flex_api.v1.interaction(…).channels(…).transfers"""

    sid: str = field(prefix="UX")
    instance_sid: str | None
    account_sid: str
    interaction_sid: str
    channel_sid: str
    execution_sid: str | None
    type: TransferType
    status: TransferStatus
    from_: str | None
    to: str | None
    note_sid: str | None
    summary_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        body: dict[str, Any] = param(location="body", default=UNSET)

    class Update(Params):
        body: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...
