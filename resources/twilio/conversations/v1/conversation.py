"""Conversations: https://www.twilio.com/docs/conversations/api/conversation-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field, param

from ...pages import MetaPage
from ...types import WebhookEnabled
from .base import ConversationsResource
from .conversation_message import Message
from .conversation_participant import Participant
from .conversation_scoped_webhook import ScopedWebhook

State = Literal["initializing", "inactive", "active", "closed"]


class ConversationParameters(Params):
    """The parameters of Create and Update."""

    x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
    friendly_name: str = UNSET
    unique_name: str = UNSET
    date_created: datetime = UNSET
    date_updated: datetime = UNSET
    messaging_service_sid: str = UNSET
    attributes: str = UNSET
    state: State = UNSET
    timers_inactive: str = param(name="Timers.Inactive", default=UNSET)
    timers_closed: str = param(name="Timers.Closed", default=UNSET)
    bindings_email_address: str = param(name="Bindings.Email.Address", default=UNSET)
    bindings_email_name: str = param(name="Bindings.Email.Name", default=UNSET)


class Conversation(ConversationsResource, uri="/Conversations/{sid}"):
    """client.conversations.v1.conversations"""

    account_sid: str
    chat_service_sid: str | None
    messaging_service_sid: str | None
    sid: str = field(prefix="CH")
    friendly_name: str | None
    unique_name: str | None
    attributes: str | None
    state: State
    date_created: datetime
    date_updated: datetime | None
    timers: Any
    url: str
    links: dict[str, str] | None
    bindings: Any

    class List(Paging, page=MetaPage(max_page_size=100)):
        start_date: str = UNSET
        end_date: str = UNSET
        state: State = UNSET

    class Delete(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)

    class Create(ConversationParameters): ...

    class Update(ConversationParameters): ...

    class Fetch(Params): ...

    messages = collection(Message)
    participants = collection(Participant)
    webhooks = collection(ScopedWebhook)
