"""Domain validate dns."""

from __future__ import annotations

from restmap import Params, Resource

from .base import MessagingResource


class DomainDnsValidation(
    MessagingResource, uri="/LinkShortening/Domains/{domain_sid}/ValidateDns"
):
    """client.messaging.v1.domain_validate_dns"""

    domain_sid: str
    is_valid: bool | None
    reason: str | None
    url: str

    class Key(Resource.Key):
        domain_sid: str

    class Fetch(Params): ...
