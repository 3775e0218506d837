from __future__ import annotations

from restmap import UNSET, Model, Params, param

from .base import MarketplaceResource


class ReferralConversionCreateReferralConversionRequest(Model):
    referral_account_sid: str = UNSET


class ReferralConversion(MarketplaceResource, uri="/ReferralConversion"):
    """marketplace.v1.referral_conversion."""

    converted_account_sid: str

    class Create(Params):
        create_referral_conversion_request: (
            ReferralConversionCreateReferralConversionRequest
        ) = param(location="body")
