"""Pricing, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .trunking_country import TrunkingCountry
    from .trunking_number import TrunkingNumber
    from .voice import Voice
else:
    TrunkingCountry = deferred(".trunking_country:TrunkingCountry", __package__)
    TrunkingNumber = deferred(".trunking_number:TrunkingNumber", __package__)
    Voice = deferred(".voice:Voice", __package__)


class V2(Version, prefix="/v2"):
    """https://pricing.twilio.com/v2"""

    countries = collection(TrunkingCountry)
    numbers = collection(TrunkingNumber)
    voice = handle(Voice)
