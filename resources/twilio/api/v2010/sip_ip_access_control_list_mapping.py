"""Ip access control list mappings of domains."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import ApiResource


class SipIpAccessControlListMapping(
    ApiResource,
    uri="/Accounts/{account_sid}/SIP/Domains/{domain_sid}/IpAccessControlListMappings/{sid}.json",
):
    """client.api.v2010.accounts(…).sip.domains(…).ip_access_control_list_mappings"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    domain_sid: str
    friendly_name: str | None
    sid: str = field(prefix="AL")
    uri: str

    class Create(Params):
        ip_access_control_list_sid: str

    class List(Paging, items="ip_access_control_list_mappings"): ...

    class Fetch(Params): ...

    class Delete(Params): ...
