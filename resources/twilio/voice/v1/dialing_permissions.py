"""Dialing permissions."""

from __future__ import annotations

from restmap import NoKey, collection

from .base import VoiceResource
from .country import Country
from .country_bulk_update import CountryBulkUpdate
from .settings import Settings


class DialingPermissions(VoiceResource, uri="/DialingPermissions"):
    """client.voice.v1.dialing_permissions"""

    class Key(NoKey): ...

    bulk_country_updates = collection(CountryBulkUpdate)
    countries = collection(Country)
    settings = collection(Settings)
