"""Conversation with participants."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Params, field, param

from ...types import WebhookEnabled
from .base import ConversationsResource

State = Literal["initializing", "inactive", "active", "closed"]


class ConversationWithParticipants(ConversationsResource, uri="/ConversationWithParticipants"):
    """client.conversations.v1.conversation_with_participants"""

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
    links: dict[str, str] | None
    bindings: Any
    url: str

    class Create(Params):
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
        participant: list[str] = UNSET
