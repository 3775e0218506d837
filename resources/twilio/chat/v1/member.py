"""Members of channels: https://www.twilio.com/docs/chat/api/members"""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import ChatResource


class Member(ChatResource, uri="/Services/{service_sid}/Channels/{channel_sid}/Members/{sid}"):
    """client.chat.v1.services(…).channels(…).members"""

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

    class Create(Params):
        identity: str
        role_sid: str = UNSET

    class Update(Params):
        role_sid: str = UNSET
        last_consumed_message_index: int = UNSET

    class List(Paging):
        identity: list[str] = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
