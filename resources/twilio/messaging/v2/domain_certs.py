"""Domain certs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Params, Resource

from .base import MessagingResource


class DomainCerts(MessagingResource, uri="/LinkShortening/Domains/{domain_sid}/Certificate"):
    """client.messaging.v2.domain_certs"""

    domain_sid: str
    date_updated: datetime | None
    date_expires: datetime | None
    date_created: datetime
    domain_name: str | None
    certificate_sid: str | None
    managed: bool | None
    requesting: bool | None
    url: str
    cert_in_validation: Any

    class Key(Resource.Key):
        domain_sid: str

    class Fetch(Params): ...
