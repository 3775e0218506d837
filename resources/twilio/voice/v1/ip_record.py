"""Ip records."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import VoiceResource


class IpRecord(VoiceResource, uri="/IpRecords/{sid}"):
    """client.voice.v1.ip_records"""

    account_sid: str
    sid: str = field(prefix="IL")
    friendly_name: str | None
    ip_address: str | None
    cidr_prefix_length: int
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        ip_address: str
        friendly_name: str = UNSET
        cidr_prefix_length: int = UNSET

    class Update(Params):
        friendly_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
