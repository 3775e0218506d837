"""Messaging configurations of services."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params

from .base import VerifyResource


class MessagingConfiguration(
    VerifyResource, uri="/Services/{service_sid}/MessagingConfigurations/{country}"
):
    """client.verify.v2.services(…).messaging_configurations"""

    account_sid: str
    service_sid: str
    country: str
    messaging_service_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        country: str
        messaging_service_sid: str

    class Update(Params):
        messaging_service_sid: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
