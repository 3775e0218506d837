"""Rate plans."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import PreviewResource


class WirelessRatePlan(PreviewResource, uri="/RatePlans/{sid}"):
    """client.preview.wireless.rate_plans"""

    sid: str = field(prefix="WP")
    unique_name: str | None
    account_sid: str
    friendly_name: str | None
    data_enabled: bool | None
    data_metering: str | None
    data_limit: int
    messaging_enabled: bool | None
    voice_enabled: bool | None
    national_roaming_enabled: bool | None
    international_roaming: list[str] | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        unique_name: str = UNSET
        friendly_name: str = UNSET
        data_enabled: bool = UNSET
        data_limit: int = UNSET
        data_metering: str = UNSET
        messaging_enabled: bool = UNSET
        voice_enabled: bool = UNSET
        commands_enabled: bool = UNSET
        national_roaming_enabled: bool = UNSET
        international_roaming: list[str] = UNSET

    class Update(Params):
        unique_name: str = UNSET
        friendly_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
