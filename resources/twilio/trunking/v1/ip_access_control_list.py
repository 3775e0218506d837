"""Ip access control lists of trunks."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import TrunkingResource


class IpAccessControlList(TrunkingResource, uri="/Trunks/{trunk_sid}/IpAccessControlLists/{sid}"):
    """client.trunking.v1.trunks(…).ip_access_control_lists"""

    account_sid: str
    sid: str = field(prefix="AL")
    trunk_sid: str
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        ip_access_control_list_sid: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
