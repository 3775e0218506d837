"""messaging.v1.brand_registrations(…).brand_registration_otps."""

from __future__ import annotations

from restmap import Params

from .base import MessagingResource


class BrandRegistrationOtp(
    MessagingResource, uri="/a2p/BrandRegistrations/{brand_registration_sid}/SmsOtp"
):
    """A brand registration otp of a brand registrations."""

    account_sid: str
    brand_registration_sid: str

    class Create(Params): ...
