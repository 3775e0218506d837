"""Domain config messaging service."""

from __future__ import annotations

from datetime import datetime

from restmap import Params, Resource

from .base import MessagingResource


class DomainConfigMessagingService(
    MessagingResource, uri="/LinkShortening/MessagingService/{messaging_service_sid}/DomainConfig"
):
    """client.messaging.v1.domain_config_messaging_service"""

    domain_sid: str | None
    config_sid: str | None
    messaging_service_sid: str
    fallback_url: str | None
    callback_url: str | None
    continue_on_failure: bool | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Key(Resource.Key):
        messaging_service_sid: str

    class Fetch(Params): ...
