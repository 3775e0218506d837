"""Pricing, v1."""

from typing import TYPE_CHECKING

from restmap import Version, deferred, handle

if TYPE_CHECKING:
    from .messaging import Messaging
    from .phone_numbers import PhoneNumbers
    from .voice import Voice
else:
    Messaging = deferred(".messaging:Messaging", __package__)
    PhoneNumbers = deferred(".phone_numbers:PhoneNumbers", __package__)
    Voice = deferred(".voice:Voice", __package__)


class V1(Version, prefix="/v1"):
    """https://pricing.twilio.com/v1"""

    messaging = handle(Messaging)
    phone_numbers = handle(PhoneNumbers)
    voice = handle(Voice)
