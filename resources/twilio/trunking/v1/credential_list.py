"""Credentials lists of trunks."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import TrunkingResource


class CredentialList(TrunkingResource, uri="/Trunks/{trunk_sid}/CredentialLists/{sid}"):
    """client.trunking.v1.trunks(…).credentials_lists"""

    account_sid: str
    sid: str = field(prefix="CL")
    trunk_sid: str
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        credential_list_sid: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
