"""Configuration of services."""

from __future__ import annotations

from restmap import UNSET, Collection, NoKey, Params, collection

from .base import ConversationsResource
from .service_notification import ServiceNotification
from .service_webhook_configuration import ServiceWebhookConfiguration


class Configuration(ConversationsResource, uri="/Services/{chat_service_sid}/Configuration"):
    """client.conversations.v1.services(…).configuration"""

    chat_service_sid: str
    default_conversation_creator_role_sid: str | None
    default_conversation_role_sid: str | None
    default_chat_service_role_sid: str | None
    url: str
    links: dict[str, str] | None
    reachability_enabled: bool | None

    class Key(NoKey): ...

    class Update(Params):
        default_conversation_creator_role_sid: str = UNSET
        default_conversation_role_sid: str = UNSET
        default_chat_service_role_sid: str = UNSET
        reachability_enabled: bool = UNSET

    class Fetch(Params): ...


class ConfigurationCollection(Collection[Configuration]):
    """The collection of configuration, with mounts of its own."""

    notifications = collection(ServiceNotification)
    webhooks = collection(ServiceWebhookConfiguration)
