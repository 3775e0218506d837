"""Messages of conversations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field, param

from ...pages import MetaPage
from ...types import WebhookEnabled
from .base import ConversationsResource
from .conversation_message_receipt import Receipt
from .types import OrderType


class MessageParameters(Params):
    """The parameters of Create and Update."""

    x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
    author: str = UNSET
    body: str = UNSET
    date_created: datetime = UNSET
    date_updated: datetime = UNSET
    attributes: str = UNSET
    subject: str = UNSET


class Message(ConversationsResource, uri="/Conversations/{conversation_sid}/Messages/{sid}"):
    """client.conversations.v1.conversations(…).messages"""

    account_sid: str
    conversation_sid: str
    sid: str = field(prefix="IM")
    index: int
    author: str | None
    body: str | None
    media: list[Any] | None
    attributes: str | None
    participant_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    delivery: Any
    links: dict[str, str] | None
    content_sid: str | None

    class Create(MessageParameters):
        media_sid: str = UNSET
        content_sid: str = UNSET
        content_variables: str = UNSET

    class List(Paging, page=MetaPage(max_page_size=100)):
        order: OrderType = UNSET

    class Delete(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)

    class Update(MessageParameters): ...

    class Fetch(Params): ...

    delivery_receipts = collection(Receipt)
