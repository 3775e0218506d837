"""Auth calls ip access control list mappings of domains."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import ApiResource


class AuthCallsIpAccessControlListMapping(
    ApiResource,
    uri="/Accounts/{account_sid}/SIP/Domains/{domain_sid}/Auth/Calls/IpAccessControlListMappings"
    "/{sid}.json",
):
    """….accounts(…).sip.domains(…).auth.calls.ip_access_control_list_mappings"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    sid: str = field(prefix="AL")
    domain_sid: str

    class Create(Params):
        ip_access_control_list_sid: str

    class List(Paging, items="contents"): ...

    class Fetch(Params): ...

    class Delete(Params): ...
