"""Channels of services: https://www.twilio.com/docs/api/chat/rest/channels"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field

from .base import ChatResource
from .invite import Invite
from .member import Member
from .message import Message

ChannelType = Literal["public", "private"]


class Channel(ChatResource, uri="/Services/{service_sid}/Channels/{sid}"):
    """client.chat.v1.services(…).channels"""

    sid: str = field(prefix="CH")
    account_sid: str
    service_sid: str
    friendly_name: str | None
    unique_name: str | None
    attributes: str | None
    type: ChannelType
    date_created: datetime
    date_updated: datetime | None
    created_by: str | None
    members_count: int
    messages_count: int
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str = UNSET
        unique_name: str = UNSET
        attributes: str = UNSET
        type: ChannelType = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        unique_name: str = UNSET
        attributes: str = UNSET

    class List(Paging):
        type: list[ChannelType] = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    invites = collection(Invite)
    members = collection(Member)
    messages = collection(Message)
