"""Source ip mappings."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import VoiceResource


class SourceIpMapping(VoiceResource, uri="/SourceIpMappings/{sid}"):
    """client.voice.v1.source_ip_mappings"""

    sid: str = field(prefix="IB")
    ip_record_sid: str | None
    sip_domain_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        ip_record_sid: str
        sip_domain_sid: str

    class Update(Params):
        sip_domain_sid: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
