"""Request managed cert."""

from __future__ import annotations

from datetime import datetime

from restmap import Params, Resource

from .base import MessagingResource


class RequestManagedCert(
    MessagingResource, uri="/LinkShortening/Domains/{domain_sid}/RequestManagedCert"
):
    """client.messaging.v1.request_managed_cert"""

    domain_sid: str
    date_updated: datetime | None
    date_created: datetime
    date_expires: datetime | None
    domain_name: str | None
    certificate_sid: str | None
    url: str
    managed: bool | None
    requesting: bool | None

    class Key(Resource.Key):
        domain_sid: str

    class Update(Params): ...
