"""Configuration webhooks of services."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params

from ...types import CallbackMethod
from .base import ConversationsResource


class ServiceWebhookConfiguration(
    ConversationsResource, uri="/Services/{chat_service_sid}/Configuration/Webhooks"
):
    """client.conversations.v1.services(…).configuration.webhooks"""

    account_sid: str
    chat_service_sid: str
    pre_webhook_url: str | None
    post_webhook_url: str | None
    filters: list[str] | None
    method: CallbackMethod
    url: str

    class Key(NoKey): ...

    class Update(Params):
        pre_webhook_url: str = UNSET
        post_webhook_url: str = UNSET
        filters: list[str] = UNSET
        method: str = UNSET

    class Fetch(Params): ...
