"""Members of channels."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field, param

from ...types import WebhookEnabled
from .base import IpMessagingResource


class MemberParameters(Params):
    """The parameters of Create and Update."""

    x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
    role_sid: str = UNSET
    last_consumed_message_index: int = UNSET
    last_consumption_timestamp: datetime = UNSET
    date_created: datetime = UNSET
    date_updated: datetime = UNSET
    attributes: str = UNSET


class Member(
    IpMessagingResource, uri="/Services/{service_sid}/Channels/{channel_sid}/Members/{sid}"
):
    """client.ip_messaging.v2.services(…).channels(…).members"""

    sid: str = field(prefix="MB")
    account_sid: str
    channel_sid: str
    service_sid: str
    identity: str | None
    date_created: datetime
    date_updated: datetime | None
    role_sid: str | None
    last_consumed_message_index: int | None
    last_consumption_timestamp: datetime | None
    url: str
    attributes: str | None

    class Create(MemberParameters):
        identity: str

    class List(Paging):
        identity: list[str] = UNSET

    class Delete(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)

    class Update(MemberParameters): ...

    class Fetch(Params): ...
