"""Sip ip access control lists of accounts."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, collection, field

from .base import ApiResource
from .sip_ip_address import SipIpAddress


class IpAccessControlList(
    ApiResource, uri="/Accounts/{account_sid}/SIP/IpAccessControlLists/{sid}.json"
):
    """client.api.v2010.accounts(…).sip.ip_access_control_lists"""

    sid: str = field(prefix="AL")
    account_sid: str
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    subresource_uris: dict[str, str] | None
    uri: str

    class Create(Params):
        friendly_name: str

    class Update(Params):
        friendly_name: str

    class List(Paging, items="ip_access_control_lists"): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    ip_addresses = collection(SipIpAddress)
