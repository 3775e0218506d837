"""Auth calls of domains."""

from __future__ import annotations

from restmap import NoKey, collection

from .auth_calls_credential_list_mapping import AuthCallsCredentialListMapping
from .auth_calls_ip_access_control_list_mapping import AuthCallsIpAccessControlListMapping
from .base import ApiResource


class Calls(ApiResource, uri="/Accounts/{account_sid}/SIP/Domains/{domain_sid}/Auth/Calls.json"):
    """client.api.v2010.accounts(…).sip.domains(…).auth.calls"""

    account_sid: str
    domain_sid: str

    class Key(NoKey): ...

    credential_list_mappings = collection(AuthCallsCredentialListMapping)
    ip_access_control_list_mappings = collection(AuthCallsIpAccessControlListMapping)
