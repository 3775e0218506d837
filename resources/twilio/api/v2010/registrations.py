"""Auth registrations of domains."""

from __future__ import annotations

from restmap import NoKey, collection

from .auth_registrations_credential_list_mapping import AuthRegistrationsCredentialListMapping
from .base import ApiResource


class Registrations(
    ApiResource, uri="/Accounts/{account_sid}/SIP/Domains/{domain_sid}/Auth/Registrations.json"
):
    """client.api.v2010.accounts(…).sip.domains(…).auth.registrations"""

    account_sid: str
    domain_sid: str

    class Key(NoKey): ...

    credential_list_mappings = collection(AuthRegistrationsCredentialListMapping)
