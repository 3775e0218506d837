"""Marketplace, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .available_add_on import AvailableAddOn
    from .installed_add_on import InstalledAddOn
    from .module_data_for_listing_owner import ModuleDataForListingOwner
    from .module_data_management import ModuleDataManagement
    from .referral_conversion import ReferralConversion
else:
    AvailableAddOn = deferred(".available_add_on:AvailableAddOn", __package__)
    InstalledAddOn = deferred(".installed_add_on:InstalledAddOn", __package__)
    ModuleDataForListingOwner = deferred(
        ".module_data_for_listing_owner:ModuleDataForListingOwner", __package__
    )
    ModuleDataManagement = deferred(".module_data_management:ModuleDataManagement", __package__)
    ReferralConversion = deferred(".referral_conversion:ReferralConversion", __package__)


class V1(Version, prefix="/v1"):
    """https://marketplace.twilio.com/v1"""

    available_add_ons = collection(AvailableAddOn)
    installed_add_ons = collection(InstalledAddOn)
    module_data = handle(ModuleDataForListingOwner)
    module_data_management = collection(ModuleDataManagement)
    referral_conversion = collection(ReferralConversion)
