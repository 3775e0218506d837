"""Users of services: https://www.twilio.com/docs/chat/rest/user-resource"""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field, param

from ...types import WebhookEnabled
from .base import ChatResource
from .user_binding import Binding
from .user_channel import Channel


class User(ChatResource, uri="/Services/{service_sid}/Users/{sid}"):
    """client.chat.v2.services(…).users"""

    sid: str = field(prefix="US")
    account_sid: str
    service_sid: str
    attributes: str | None
    friendly_name: str | None
    role_sid: str | None
    identity: str | None
    is_online: bool | None
    is_notifiable: bool | None
    date_created: datetime
    date_updated: datetime | None
    joined_channels_count: int
    links: dict[str, str] | None
    url: str

    class Create(Params):
        identity: str
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
        role_sid: str = UNSET
        attributes: str = UNSET
        friendly_name: str = UNSET

    class Update(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
        role_sid: str = UNSET
        attributes: str = UNSET
        friendly_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    user_bindings = collection(Binding)
    user_channels = collection(Channel)
