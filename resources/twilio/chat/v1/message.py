"""Messages of channels: https://www.twilio.com/docs/chat/api/messages"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from .base import ChatResource

OrderType = Literal["asc", "desc"]


class Message(ChatResource, uri="/Services/{service_sid}/Channels/{channel_sid}/Messages/{sid}"):
    """client.chat.v1.services(…).channels(…).messages"""

    sid: str = field(prefix="IM")
    account_sid: str
    attributes: str | None
    service_sid: str
    to: str | None
    channel_sid: str
    date_created: datetime
    date_updated: datetime | None
    was_edited: bool | None
    from_: str | None
    body: str | None
    index: int
    url: str

    class Create(Params):
        body: str
        from_: str = UNSET
        attributes: str = UNSET

    class Update(Params):
        body: str = UNSET
        attributes: str = UNSET

    class List(Paging):
        order: OrderType = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
