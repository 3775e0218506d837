"""Origination urls of trunks."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import TrunkingResource


class OriginationUrl(TrunkingResource, uri="/Trunks/{trunk_sid}/OriginationUrls/{sid}"):
    """client.trunking.v1.trunks(…).origination_urls"""

    account_sid: str
    sid: str = field(prefix="OU")
    trunk_sid: str
    weight: int
    enabled: bool | None
    sip_url: str | None
    friendly_name: str | None
    priority: int
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        weight: int
        priority: int
        enabled: bool
        friendly_name: str
        sip_url: str

    class Update(Params):
        weight: int = UNSET
        priority: int = UNSET
        enabled: bool = UNSET
        friendly_name: str = UNSET
        sip_url: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
