"""Brand vettings of brand registrations."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params

from .base import MessagingResource

VettingProvider = Literal["campaign-verify", "aegis"]


class BrandVetting(
    MessagingResource, uri="/a2p/BrandRegistrations/{brand_sid}/Vettings/{brand_vetting_sid}"
):
    """client.messaging.v1.brand_registrations(…).brand_vettings"""

    account_sid: str
    brand_sid: str
    brand_vetting_sid: str
    date_updated: datetime | None
    date_created: datetime
    vetting_id: str | None
    vetting_class: str | None
    vetting_status: str | None
    vetting_provider: VettingProvider
    url: str

    class Create(Params):
        vetting_provider: VettingProvider
        vetting_id: str = UNSET

    class List(Paging):
        vetting_provider: VettingProvider = UNSET

    class Fetch(Params): ...
