"""Domain config."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, Resource

from .base import MessagingResource


class DomainConfig(MessagingResource, uri="/LinkShortening/Domains/{domain_sid}/Config"):
    """client.messaging.v1.domain_config"""

    domain_sid: str
    config_sid: str | None
    fallback_url: str | None
    callback_url: str | None
    continue_on_failure: bool | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    disable_https: bool | None

    class Key(Resource.Key):
        domain_sid: str

    class Update(Params):
        fallback_url: str = UNSET
        callback_url: str = UNSET
        continue_on_failure: bool = UNSET
        disable_https: bool = UNSET

    class Fetch(Params): ...
