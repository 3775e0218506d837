"""Installed add ons."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field, json_value, param

from .base import MarketplaceResource
from .installed_add_on_extension import InstalledAddOnExtension
from .installed_add_on_usage import InstalledAddOnUsage


class InstalledAddOn(MarketplaceResource, uri="/InstalledAddOns/{sid}"):
    """client.marketplace.v1.installed_add_ons"""

    sid: str = field(prefix="XE")
    account_sid: str
    friendly_name: str | None
    description: str | None
    configuration: dict[str, Any] | None
    unique_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        available_add_on_sid: str
        accept_terms_of_service: bool
        configuration: Any = param(json_value, default=UNSET)
        unique_name: str = UNSET

    class Update(Params):
        configuration: Any = param(json_value, default=UNSET)
        unique_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    extensions = collection(InstalledAddOnExtension)
    usage = collection(InstalledAddOnUsage)
