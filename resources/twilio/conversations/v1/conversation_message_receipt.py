"""Delivery receipts of messages."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import ConversationsResource
from .types import DeliveryStatus


class Receipt(
    ConversationsResource,
    uri="/Conversations/{conversation_sid}/Messages/{message_sid}/Receipts/{sid}",
):
    """client.conversations.v1.conversations(…).messages(…).delivery_receipts"""

    account_sid: str
    conversation_sid: str
    sid: str = field(prefix="DY")
    message_sid: str
    channel_message_sid: str | None
    participant_sid: str | None
    status: DeliveryStatus
    error_code: int
    date_created: datetime
    date_updated: datetime | None
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
