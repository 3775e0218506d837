"""Auth of domains."""

from __future__ import annotations

from restmap import NoKey, handle

from .base import ApiResource
from .calls import Calls
from .registrations import Registrations


class Auth(ApiResource, uri="/Accounts/{account_sid}/SIP/Domains/{domain_sid}/Auth.json"):
    """client.api.v2010.accounts(…).sip.domains(…).auth"""

    account_sid: str
    domain_sid: str

    class Key(NoKey): ...

    calls = handle(Calls)
    registrations = handle(Registrations)
