"""Linkshortening messaging service."""

from __future__ import annotations

from restmap import Params, Resource, action

from .base import MessagingResource


class LinkshorteningMessagingService(
    MessagingResource,
    uri="/LinkShortening/Domains/{domain_sid}/MessagingServices/{messaging_service_sid}",
):
    """client.messaging.v1.linkshortening_messaging_service"""

    domain_sid: str
    messaging_service_sid: str
    url: str

    class Key(Resource.Key):
        domain_sid: str
        messaging_service_sid: str

    class Post(Params): ...

    class Delete(Params): ...

    create = action(Post)
    create_async = create.awaited()
