"""Media of faxes."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import FaxResource


class FaxMedia(FaxResource, uri="/Faxes/{fax_sid}/Media/{sid}"):
    """client.fax.v1.faxes(…).media"""

    account_sid: str
    content_type: str | None
    date_created: datetime
    date_updated: datetime | None
    fax_sid: str
    sid: str = field(prefix="ME")
    url: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
