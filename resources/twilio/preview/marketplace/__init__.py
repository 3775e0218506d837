"""Preview, marketplace."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .marketplace_available_add_on import MarketplaceAvailableAddOn
    from .marketplace_installed_add_on import MarketplaceInstalledAddOn
else:
    MarketplaceAvailableAddOn = deferred(
        ".marketplace_available_add_on:MarketplaceAvailableAddOn", __package__
    )
    MarketplaceInstalledAddOn = deferred(
        ".marketplace_installed_add_on:MarketplaceInstalledAddOn", __package__
    )


class Marketplace(Version, prefix="/marketplace"):
    """https://preview.twilio.com/marketplace"""

    available_add_ons = collection(MarketplaceAvailableAddOn)
    installed_add_ons = collection(MarketplaceInstalledAddOn)
