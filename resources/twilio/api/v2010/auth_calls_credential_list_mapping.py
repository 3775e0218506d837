"""Auth calls credential list mappings of domains."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import ApiResource


class AuthCallsCredentialListMapping(
    ApiResource,
    uri="/Accounts/{account_sid}/SIP/Domains/{domain_sid}/Auth/Calls/CredentialListMappings"
    "/{sid}.json",
):
    """….api.v2010.accounts(…).sip.domains(…).auth.calls.credential_list_mappings"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    sid: str = field(prefix="CL")
    domain_sid: str

    class Create(Params):
        credential_list_sid: str

    class List(Paging, items="contents"): ...

    class Fetch(Params): ...

    class Delete(Params): ...
