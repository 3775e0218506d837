"""Credentials: https://www.twilio.com/docs/conversations/api/credential-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field, param

from ...pages import MetaPage
from .base import ConversationsResource

PushType = Literal["apn", "gcm", "fcm"]


class CredentialParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = UNSET
    certificate: str = UNSET
    private_key: str = param(sensitive=True, default=UNSET)
    sandbox: bool = UNSET
    api_key: str = param(sensitive=True, default=UNSET)
    secret: str = param(sensitive=True, default=UNSET)


class Credential(ConversationsResource, uri="/Credentials/{sid}"):
    """client.conversations.v1.credentials"""

    sid: str = field(prefix="CR")
    account_sid: str
    friendly_name: str | None
    type: PushType
    sandbox: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(CredentialParameters):
        type: PushType

    class Update(CredentialParameters):
        type: PushType = UNSET

    class List(Paging, page=MetaPage(max_page_size=100)): ...

    class Fetch(Params): ...

    class Delete(Params): ...
