"""Credentials."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field, param

from ...pages import MetaPage
from .base import IpMessagingResource

PushService = Literal["gcm", "apn", "fcm"]


class CredentialParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = UNSET
    certificate: str = UNSET
    private_key: str = param(sensitive=True, default=UNSET)
    sandbox: bool = UNSET
    api_key: str = param(sensitive=True, default=UNSET)
    secret: str = param(sensitive=True, default=UNSET)


class Credential(IpMessagingResource, uri="/Credentials/{sid}"):
    """client.ip_messaging.v2.credentials"""

    sid: str = field(prefix="CR")
    account_sid: str
    friendly_name: str | None
    type: PushService
    sandbox: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(CredentialParameters):
        type: PushService

    class Update(CredentialParameters): ...

    class List(Paging, page=MetaPage): ...

    class Fetch(Params): ...

    class Delete(Params): ...
