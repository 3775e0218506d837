"""Configuration."""

from __future__ import annotations

from restmap import UNSET, Collection, NoKey, Params, collection

from .base import ConversationsResource
from .webhook import Webhook


class Configuration(ConversationsResource, uri="/Configuration"):
    """client.conversations.v1.configuration"""

    account_sid: str
    default_chat_service_sid: str | None
    default_messaging_service_sid: str | None
    default_inactive_timer: str | None
    default_closed_timer: str | None
    url: str
    links: dict[str, str] | None

    class Key(NoKey): ...

    class Update(Params):
        default_chat_service_sid: str = UNSET
        default_messaging_service_sid: str = UNSET
        default_inactive_timer: str = UNSET
        default_closed_timer: str = UNSET

    class Fetch(Params): ...


class ConfigurationCollection(Collection[Configuration]):
    """The collection of configuration, with mounts of its own."""

    webhooks = collection(Webhook)
