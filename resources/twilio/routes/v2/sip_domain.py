"""Sip domains."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, field

from .base import RoutesResource


class SipDomain(RoutesResource, uri="/SipDomains/{sip_domain}"):
    """client.routes.v2.sip_domains"""

    sip_domain: str
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
