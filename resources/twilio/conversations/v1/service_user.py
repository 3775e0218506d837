"""Users of services: https://www.twilio.com/docs/conversations/api/user-resource"""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field, param

from ...types import WebhookEnabled
from .base import ConversationsResource
from .service_user_conversation import Conversation


class User(ConversationsResource, uri="/Services/{chat_service_sid}/Users/{sid}"):
    """client.conversations.v1.services(…).users"""

    sid: str = field(prefix="US")
    account_sid: str
    chat_service_sid: str
    role_sid: str | None
    identity: str | None
    friendly_name: str | None
    attributes: str | None
    is_online: bool | None
    is_notifiable: bool | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        identity: str
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
        friendly_name: str = UNSET
        attributes: str = UNSET
        role_sid: str = UNSET

    class Update(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
        friendly_name: str = UNSET
        attributes: str = UNSET
        role_sid: str = UNSET

    class Delete(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...

    user_conversations = collection(Conversation)
