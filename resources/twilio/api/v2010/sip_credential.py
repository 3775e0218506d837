"""Credentials of credential lists."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field, param

from .base import ApiResource


class SipCredential(
    ApiResource,
    uri="/Accounts/{account_sid}/SIP/CredentialLists/{credential_list_sid}/Credentials/{sid}.json",
):
    """client.api.v2010.accounts(…).sip.credential_lists(…).credentials"""

    sid: str = field(prefix="CR")
    account_sid: str
    credential_list_sid: str
    username: str | None
    date_created: datetime
    date_updated: datetime | None
    uri: str

    class Create(Params):
        username: str
        password: str = param(sensitive=True)

    class Update(Params):
        password: str = param(sensitive=True, default=UNSET)

    class List(Paging, items="credentials"): ...

    class Fetch(Params): ...

    class Delete(Params): ...
