"""User channels of users."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params

from ...pages import MetaPage
from .base import IpMessagingResource

ChannelStatus = Literal["joined", "invited", "not_participating"]
NotificationLevel = Literal["default", "muted"]


class Channel(
    IpMessagingResource, uri="/Services/{service_sid}/Users/{user_sid}/Channels/{channel_sid}"
):
    """client.ip_messaging.v2.services(…).users(…).user_channels"""

    account_sid: str
    service_sid: str
    channel_sid: str
    user_sid: str
    member_sid: str | None
    status: ChannelStatus
    last_consumed_message_index: int | None
    unread_messages_count: int | None
    links: dict[str, str] | None
    url: str
    notification_level: NotificationLevel

    class Update(Params):
        notification_level: NotificationLevel = UNSET
        last_consumed_message_index: int = UNSET
        last_consumption_timestamp: datetime = UNSET

    class List(Paging, page=MetaPage(max_page_size=50)): ...

    class Fetch(Params): ...

    class Delete(Params): ...
