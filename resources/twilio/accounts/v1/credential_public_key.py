"""Public key, in credentials."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import AccountsResource


class CredentialPublicKey(AccountsResource, uri="/Credentials/PublicKeys/{sid}"):
    """client.accounts.v1.credentials.public_key"""

    sid: str = field(prefix="CR")
    account_sid: str
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        public_key: str
        friendly_name: str = UNSET
        account_sid: str = UNSET

    class Update(Params):
        friendly_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
