"""Destination alpha senders of services."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import MessagingResource


class DestinationAlphaSender(
    MessagingResource, uri="/Services/{service_sid}/DestinationAlphaSenders/{sid}"
):
    """client.messaging.v1.services(…).destination_alpha_senders"""

    sid: str = field(prefix="AI")
    account_sid: str
    service_sid: str
    date_created: datetime
    date_updated: datetime | None
    alpha_sender: str | None
    capabilities: list[str] | None
    url: str
    iso_country_code: str | None

    class Create(Params):
        alpha_sender: str
        iso_country_code: str = UNSET

    class List(Paging):
        iso_country_code: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
