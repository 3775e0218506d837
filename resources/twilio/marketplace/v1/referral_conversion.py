from __future__ import annotations

from typing import Any

from restmap import Params, param

from .base import MarketplaceResource


class ReferralConversion(MarketplaceResource, uri="/ReferralConversion"):
    """marketplace.v1.referral_conversion."""

    converted_account_sid: str

    class Create(Params):
        create_referral_conversion_request: dict[str, Any] = param(location="body")
