"""Messages of channels: https://www.twilio.com/docs/chat/rest/message-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, param

from ...types import WebhookEnabled
from .base import ChatResource

OrderType = Literal["asc", "desc"]


class MessageParameters(Params):
    """The parameters of Create and Update."""

    x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
    from_: str = UNSET
    attributes: str = UNSET
    date_created: datetime = UNSET
    date_updated: datetime = UNSET
    last_updated_by: str = UNSET
    body: str = UNSET


class Message(ChatResource, uri="/Services/{service_sid}/Channels/{channel_sid}/Messages/{sid}"):
    """client.chat.v2.services(…).channels(…).messages"""

    sid: str = field(prefix="IM")
    account_sid: str
    attributes: str | None
    service_sid: str
    to: str | None
    channel_sid: str
    date_created: datetime
    date_updated: datetime | None
    last_updated_by: str | None
    was_edited: bool | None
    from_: str | None
    body: str | None
    index: int
    type: str | None
    media: Any
    url: str

    class Create(MessageParameters):
        media_sid: str = UNSET

    class List(Paging):
        order: OrderType = UNSET

    class Delete(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)

    class Update(MessageParameters): ...

    class Fetch(Params): ...
