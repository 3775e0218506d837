"""Bulk country updates, in dialing permissions."""

from __future__ import annotations

from restmap import Params

from .base import VoiceResource


class CountryBulkUpdate(VoiceResource, uri="/DialingPermissions/BulkCountryUpdates"):
    """client.voice.v1.dialing_permissions.bulk_country_updates"""

    update_count: int
    update_request: str | None

    class Create(Params):
        update_request: str
