"""Auth registrations credential list mappings of domains."""

from __future__ import annotations

from .auth_calls_credential_list_mapping import AuthCallsCredentialListMapping


class AuthRegistrationsCredentialListMapping(
    AuthCallsCredentialListMapping,
    uri="/Accounts/{account_sid}/SIP/Domains/{domain_sid}/Auth/Registrations"
    "/CredentialListMappings/{sid}.json",
):
    """….accounts(…).sip.domains(…).auth.registrations.credential_list_mappings"""
