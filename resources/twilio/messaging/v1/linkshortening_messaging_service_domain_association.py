"""Linkshortening messaging service domain association."""

from __future__ import annotations

from restmap import Params, Resource

from .base import MessagingResource


class LinkshorteningMessagingServiceDomainAssociation(
    MessagingResource, uri="/LinkShortening/MessagingServices/{messaging_service_sid}/Domain"
):
    """client.messaging.v1.linkshortening_messaging_service_domain_association"""

    domain_sid: str | None
    messaging_service_sid: str
    url: str

    class Key(Resource.Key):
        messaging_service_sid: str

    class Fetch(Params): ...
