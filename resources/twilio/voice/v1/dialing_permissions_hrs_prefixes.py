"""Highrisk special prefixes of countries, in dialing permissions."""

from __future__ import annotations

from restmap import Paging

from .base import VoiceResource


class DialingPermissionsHrsPrefixes(
    VoiceResource, uri="/DialingPermissions/Countries/{iso_code}/HighRiskSpecialPrefixes"
):
    """client.voice.v1.dialing_permissions.countries(…).highrisk_special_prefixes"""

    prefix: str | None
    iso_code: str

    class List(Paging): ...
