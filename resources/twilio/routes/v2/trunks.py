"""Trunks."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, field

from .base import RoutesResource


class Trunks(RoutesResource, uri="/Trunks/{sip_trunk_domain}"):
    """client.routes.v2.trunks"""

    sip_trunk_domain: str
    url: str
    sid: str = field(prefix="QQ")
    account_sid: str
    friendly_name: str | None
    voice_region: str | None
    date_created: datetime
    date_updated: datetime | None

    class Update(Params):
        voice_region: str = UNSET
        friendly_name: str = UNSET

    class Fetch(Params): ...
