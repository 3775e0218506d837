"""Lookups, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .phone_number import PhoneNumber
else:
    PhoneNumber = deferred(".phone_number:PhoneNumber", __package__)


class V1(Version, prefix="/v1"):
    """https://lookups.twilio.com/v1"""

    phone_numbers = collection(PhoneNumber)
