"""Invites of channels."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import IpMessagingResource


class Invite(
    IpMessagingResource, uri="/Services/{service_sid}/Channels/{channel_sid}/Invites/{sid}"
):
    """client.ip_messaging.v2.services(…).channels(…).invites"""

    sid: str = field(prefix="IN")
    account_sid: str
    channel_sid: str
    service_sid: str
    identity: str | None
    date_created: datetime
    date_updated: datetime | None
    role_sid: str | None
    created_by: str | None
    url: str

    class Create(Params):
        identity: str
        role_sid: str = UNSET

    class List(Paging):
        identity: list[str] = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
