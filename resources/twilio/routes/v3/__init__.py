"""Routes, v3."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .phone_number import PhoneNumber
else:
    PhoneNumber = deferred(".phone_number:PhoneNumber", __package__)


class V3(Version, prefix="/v3"):
    """https://routes.twilio.com/v3"""

    phone_numbers = collection(PhoneNumber)
