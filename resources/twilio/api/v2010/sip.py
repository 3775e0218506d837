"""Sip of accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restmap import NoKey, collection, deferred

from .base import ApiResource

if TYPE_CHECKING:
    from .credential_list import CredentialList
    from .domain import Domain
    from .ip_access_control_list import IpAccessControlList
else:
    CredentialList = deferred(".credential_list:CredentialList", __package__)
    Domain = deferred(".domain:Domain", __package__)
    IpAccessControlList = deferred(".ip_access_control_list:IpAccessControlList", __package__)


class Sip(ApiResource, uri="/Accounts/{account_sid}/SIP.json"):
    """client.api.v2010.accounts(…).sip"""

    account_sid: str

    class Key(NoKey): ...

    credential_lists = collection(CredentialList)
    domains = collection(Domain)
    ip_access_control_lists = collection(IpAccessControlList)
