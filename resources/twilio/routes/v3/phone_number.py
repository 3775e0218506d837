"""Phone numbers."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params

from .base import RoutesResource


class PhoneNumber(RoutesResource, uri="/PhoneNumbers/{phone_number}"):
    """client.routes.v3.phone_numbers"""

    phone_number: str
    url: str
    account_sid: str | None
    friendly_name: str | None
    voice_region: str | None
    messaging_region: str | None
    date_created: datetime | None
    date_updated: datetime | None

    class Update(Params):
        voice_region: str = UNSET
        messaging_region: str = UNSET
        friendly_name: str = UNSET

    class Fetch(Params): ...
