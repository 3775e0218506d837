"""Usage of installed add ons."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Model, Params, as_written, param

from .base import MarketplaceResource


class InstalledAddOnUsageBillableItem(Model):
    quantity: float
    sid: str
    submitted: bool | None = None


class InstalledAddOnUsage(
    MarketplaceResource,
    uri="/InstalledAddOns/{installed_add_on_sid}/Usage",
    parameter_names=as_written,
):
    """client.marketplace.v1.installed_add_ons(…).usage"""

    total_submitted: float | None
    billable_items: list[InstalledAddOnUsageBillableItem]
    installed_add_on_sid: str

    class Create(Params, body="json"):
        billable_items: list[InstalledAddOnUsageBillableItem] = param(default=...)
        marketplace_v1_installed_add_on_installed_add_on_usage: dict[str, Any] = param(
            location="body", default=UNSET
        )
