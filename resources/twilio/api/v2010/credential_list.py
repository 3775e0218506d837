"""Sip credential lists of accounts."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, collection, field

from .base import ApiResource
from .sip_credential import SipCredential


class CredentialList(ApiResource, uri="/Accounts/{account_sid}/SIP/CredentialLists/{sid}.json"):
    """client.api.v2010.accounts(…).sip.credential_lists"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    sid: str = field(prefix="CL")
    subresource_uris: dict[str, str] | None
    uri: str

    class Create(Params):
        friendly_name: str

    class Update(Params):
        friendly_name: str

    class List(Paging, items="credential_lists"): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    credentials = collection(SipCredential)
