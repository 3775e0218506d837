"""Participants of conversations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field, param

from ...pages import MetaPage
from ...types import WebhookEnabled
from .base import ConversationsResource


class ParticipantParameters(Params):
    """The parameters of Create and Update."""

    x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)
    identity: str = UNSET
    messaging_binding_proxy_address: str = param(
        name="MessagingBinding.ProxyAddress", default=UNSET
    )
    date_created: datetime = UNSET
    date_updated: datetime = UNSET
    attributes: str = UNSET
    messaging_binding_projected_address: str = param(
        name="MessagingBinding.ProjectedAddress", default=UNSET
    )
    role_sid: str = UNSET


class Participant(
    ConversationsResource, uri="/Conversations/{conversation_sid}/Participants/{sid}"
):
    """client.conversations.v1.conversations(…).participants"""

    account_sid: str
    conversation_sid: str
    sid: str = field(prefix="MB")
    identity: str | None
    attributes: str | None
    messaging_binding: Any
    role_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    last_read_message_index: int | None
    last_read_timestamp: str | None

    class Create(ParticipantParameters):
        messaging_binding_address: str = param(name="MessagingBinding.Address", default=UNSET)

    class Update(ParticipantParameters):
        last_read_message_index: int = UNSET
        last_read_timestamp: str = UNSET

    class Delete(Params):
        x_twilio_webhook_enabled: WebhookEnabled = param(location="header", default=UNSET)

    class List(Paging, page=MetaPage(max_page_size=100)): ...

    class Fetch(Params): ...
