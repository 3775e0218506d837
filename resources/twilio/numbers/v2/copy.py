"""Bundle copies of bundles, in regulatory compliance."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import NumbersResource
from .types import Status


class Copy(NumbersResource, uri="/RegulatoryCompliance/Bundles/{bundle_sid}/Copies"):
    """client.numbers.v2.regulatory_compliance.bundles(…).bundle_copies"""

    sid: str = field(prefix="BU")
    account_sid: str
    regulation_sid: str | None
    friendly_name: str | None
    status: Status
    valid_until: datetime | None
    email: str | None
    status_callback: str | None
    date_created: datetime
    date_updated: datetime | None
    bundle_sid: str

    class Create(Params):
        friendly_name: str = UNSET

    class List(Paging): ...
