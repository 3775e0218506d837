"""Lookups, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .bulk_lookup import BulkLookup
    from .lookup_account_rate_limits import LookupAccountRateLimits
    from .lookup_phone_number_overrides import LookupPhoneNumberOverrides
    from .lookup_rate_limit import LookupRateLimit
    from .phone_number import PhoneNumber
else:
    BulkLookup = deferred(".bulk_lookup:BulkLookup", __package__)
    LookupAccountRateLimits = deferred(
        ".lookup_account_rate_limits:LookupAccountRateLimits", __package__
    )
    LookupPhoneNumberOverrides = deferred(
        ".lookup_phone_number_overrides:LookupPhoneNumberOverrides", __package__
    )
    LookupRateLimit = deferred(".lookup_rate_limit:LookupRateLimit", __package__)
    PhoneNumber = deferred(".phone_number:PhoneNumber", __package__)


class V2(Version, prefix="/v2"):
    """https://lookups.twilio.com/v2"""

    bucket = collection(LookupRateLimit)
    lookup_overrides = collection(LookupPhoneNumberOverrides)
    phone_numbers = collection(PhoneNumber)
    query = collection(BulkLookup)
    rate_limits = handle(LookupAccountRateLimits)
