from __future__ import annotations

from restmap import Model, Params, param

from .base import MarketplaceResource


class BillableItem(Model):
    quantity: float
    sid: str
    submitted: bool | None = None


class InstalledAddOnInstalledAddOnUsage(Model):
    billable_items: list[BillableItem]


class InstalledAddOnUsage(MarketplaceResource, uri="/InstalledAddOns/{installed_add_on_sid}/Usage"):
    """marketplace.v1.installed_add_ons(…).usage."""

    total_submitted: float
    billable_items: list[BillableItem]
    installed_add_on_sid: str

    class Create(Params):
        marketplace_v1_installed_add_on_installed_add_on_usage: (
            InstalledAddOnInstalledAddOnUsage
        ) = param(location="body")
