"""User channels of users: https://www.twilio.com/docs/chat/channels"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, param

from ...pages import MetaPage
from ...types import WebhookEnabled
from .base import ChatResource

ChannelStatus = Literal["joined", "invited", "notParticipating"]
NotificationLevel = Literal["default", "muted"]


class Channel(ChatResource, uri="/Services/{service_sid}/Users/{user_sid}/Channels/{channel_sid}"):
    """client.chat.v2.services(…).users(…).user_channels"""

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

    class Delete(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)

    class List(Paging, page=MetaPage(max_page_size=50)): ...

    class Fetch(Params): ...
