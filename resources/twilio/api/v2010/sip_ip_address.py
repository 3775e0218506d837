"""Ip addresses of ip access control lists."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import ApiResource


class SipIpAddress(
    ApiResource,
    uri="/Accounts/{account_sid}/SIP/IpAccessControlLists/{ip_access_control_list_sid}/IpAddresses"
    "/{sid}.json",
):
    """client.api.v2010.accounts(…).sip.ip_access_control_lists(…).ip_addresses"""

    sid: str = field(prefix="IP")
    account_sid: str
    friendly_name: str | None
    ip_address: str | None
    cidr_prefix_length: int
    ip_access_control_list_sid: str
    date_created: datetime
    date_updated: datetime | None
    uri: str

    class Create(Params):
        friendly_name: str
        ip_address: str
        cidr_prefix_length: int = UNSET

    class Update(Params):
        ip_address: str = UNSET
        friendly_name: str = UNSET
        cidr_prefix_length: int = UNSET

    class List(Paging, items="ip_addresses"): ...

    class Fetch(Params): ...

    class Delete(Params): ...
