"""Channels."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Params, Resource, field, param

from ...types import WebhookEnabled
from .base import ChatResource

ChannelType = Literal["public", "private"]


class Channel(ChatResource, uri="/Services/{service_sid}/Channels/{sid}"):
    """client.chat.v3.channels"""

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
    messaging_service_sid: str | None
    url: str

    class Key(Resource.Key):
        service_sid: str
        sid: str

    class Update(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
        type: ChannelType = UNSET
        messaging_service_sid: str = UNSET
