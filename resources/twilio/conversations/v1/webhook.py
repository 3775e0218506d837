"""Webhooks, in configuration."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, NoKey, Params

from ...types import CallbackMethod
from .base import ConversationsResource

Target = Literal["webhook", "flex"]


class Webhook(ConversationsResource, uri="/Configuration/Webhooks"):
    """client.conversations.v1.configuration.webhooks"""

    account_sid: str
    method: CallbackMethod
    filters: list[str] | None
    pre_webhook_url: str | None
    post_webhook_url: str | None
    target: Target
    url: str

    class Key(NoKey): ...

    class Update(Params):
        method: str = UNSET
        filters: list[str] = UNSET
        pre_webhook_url: str = UNSET
        post_webhook_url: str = UNSET
        target: Target = UNSET

    class Fetch(Params): ...
