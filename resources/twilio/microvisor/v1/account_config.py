"""Account configs."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params

from .base import MicrovisorResource


class AccountConfig(MicrovisorResource, uri="/Configs/{key}"):
    """client.microvisor.v1.account_configs"""

    key: str
    date_updated: datetime | None
    value: str | None
    url: str

    class Create(Params):
        key: str
        value: str

    class Update(Params):
        value: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
