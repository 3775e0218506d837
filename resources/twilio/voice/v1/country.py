"""Countries, in dialing permissions."""

from __future__ import annotations

from restmap import UNSET, Paging, Params, collection

from .base import VoiceResource
from .dialing_permissions_hrs_prefixes import DialingPermissionsHrsPrefixes


class Country(VoiceResource, uri="/DialingPermissions/Countries/{iso_code}"):
    """client.voice.v1.dialing_permissions.countries"""

    iso_code: str
    name: str | None
    continent: str | None
    country_codes: list[str] | None
    low_risk_numbers_enabled: bool | None
    high_risk_special_numbers_enabled: bool | None
    high_risk_tollfraud_numbers_enabled: bool | None
    url: str
    links: dict[str, str] | None

    class List(Paging):
        iso_code: str = UNSET
        continent: str = UNSET
        country_code: str = UNSET
        low_risk_numbers_enabled: bool = UNSET
        high_risk_special_numbers_enabled: bool = UNSET
        high_risk_tollfraud_numbers_enabled: bool = UNSET

    class Fetch(Params): ...

    highrisk_special_prefixes = collection(DialingPermissionsHrsPrefixes)
