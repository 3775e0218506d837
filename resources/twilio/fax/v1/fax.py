"""Faxes."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field

from .base import FaxResource
from .fax_media import FaxMedia

Direction = Literal["inbound", "outbound"]
Quality = Literal["standard", "fine", "superfine"]
Status = Literal[
    "queued",
    "processing",
    "sending",
    "delivered",
    "receiving",
    "received",
    "no-answer",
    "busy",
    "failed",
    "canceled",
]


class Fax(FaxResource, uri="/Faxes/{sid}"):
    """client.fax.v1.faxes"""

    account_sid: str
    api_version: str | None
    date_created: datetime
    date_updated: datetime | None
    direction: Direction | None
    duration: int | None
    from_: str | None
    links: dict[str, str] | None
    media_sid: str | None
    media_url: str | None
    num_pages: int | None
    price: float | None
    price_unit: str | None
    quality: Quality | None
    sid: str = field(prefix="FX")
    status: Status | None
    to: str | None
    url: str

    class List(Paging):
        from_: str = UNSET
        to: str = UNSET
        date_created_on_or_before: datetime = UNSET
        date_created_after: datetime = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    media = collection(FaxMedia)
