"""Brand registration otps of brand registrations."""

from __future__ import annotations

from restmap import Params

from .base import MessagingResource


class BrandRegistrationOtp(
    MessagingResource, uri="/a2p/BrandRegistrations/{brand_registration_sid}/SmsOtp"
):
    """client.messaging.v1.brand_registrations(…).brand_registration_otps"""

    account_sid: str
    brand_registration_sid: str

    class Create(Params): ...
