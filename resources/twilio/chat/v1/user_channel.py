"""User channels of users: https://www.twilio.com/docs/api/chat/rest/channels"""

from __future__ import annotations

from typing import Literal

from restmap import Paging

from .base import ChatResource

ChannelStatus = Literal["joined", "invited", "not_participating"]


class Channel(ChatResource, uri="/Services/{service_sid}/Users/{user_sid}/Channels"):
    """client.chat.v1.services(…).users(…).user_channels"""

    account_sid: str
    service_sid: str
    channel_sid: str | None
    member_sid: str | None
    status: ChannelStatus
    last_consumed_message_index: int | None
    unread_messages_count: int | None
    links: dict[str, str] | None
    user_sid: str

    class List(Paging): ...
