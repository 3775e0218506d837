"""Routes, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .phone_number import PhoneNumber
    from .sip_domain import SipDomain
    from .trunks import Trunks
else:
    PhoneNumber = deferred(".phone_number:PhoneNumber", __package__)
    SipDomain = deferred(".sip_domain:SipDomain", __package__)
    Trunks = deferred(".trunks:Trunks", __package__)


class V2(Version, prefix="/v2"):
    """https://routes.twilio.com/v2"""

    phone_numbers = collection(PhoneNumber)
    sip_domains = collection(SipDomain)
    trunks = collection(Trunks)
