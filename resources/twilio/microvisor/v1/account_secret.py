"""Account secrets."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params

from .base import MicrovisorResource


class AccountSecret(MicrovisorResource, uri="/Secrets/{key}"):
    """client.microvisor.v1.account_secrets"""

    key: str
    date_rotated: datetime | None
    url: str

    class Create(Params):
        key: str
        value: str

    class Update(Params):
        value: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
