from __future__ import annotations

from typing import Any

from restmap import Params, param

from .base import MarketplaceResource


class InstalledAddOnUsage(MarketplaceResource, uri="/InstalledAddOns/{installed_add_on_sid}/Usage"):
    """marketplace.v1.installed_add_ons(…).usage."""

    total_submitted: float
    billable_items: list[dict[str, Any]]
    installed_add_on_sid: str

    class Create(Params):
        marketplace_v1_installed_add_on_installed_add_on_usage: dict[str, Any] = param(
            location="body"
        )
