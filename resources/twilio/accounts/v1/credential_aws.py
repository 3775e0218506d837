"""Aws, in credentials."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import AccountsResource


class CredentialAws(AccountsResource, uri="/Credentials/AWS/{sid}"):
    """client.accounts.v1.credentials.aws"""

    sid: str = field(prefix="CR")
    account_sid: str
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        credentials: str
        friendly_name: str = UNSET
        account_sid: str = UNSET

    class Update(Params):
        friendly_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
