"""Channels of services: https://www.twilio.com/docs/chat/channels"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field, param

from ...types import WebhookEnabled
from .base import ChatResource
from .invite import Invite
from .member import Member
from .message import Message
from .webhook import Webhook

ChannelType = Literal["public", "private"]


class ChannelParameters(Params):
    """The parameters of Create and Update."""

    x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
    friendly_name: str = UNSET
    unique_name: str = UNSET
    attributes: str = UNSET
    date_created: datetime = UNSET
    date_updated: datetime = UNSET
    created_by: str = UNSET


class Channel(ChatResource, uri="/Services/{service_sid}/Channels/{sid}"):
    """client.chat.v2.services(…).channels"""

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

    class Create(ChannelParameters):
        type: ChannelType = UNSET

    class List(Paging):
        type: list[ChannelType] = UNSET

    class Delete(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)

    class Update(ChannelParameters): ...

    class Fetch(Params): ...

    invites = collection(Invite)
    members = collection(Member)
    messages = collection(Message)
    webhooks = collection(Webhook)
