"""Referral conversion."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, as_written, param

from .base import MarketplaceResource


class ReferralConversion(
    MarketplaceResource, uri="/ReferralConversion", parameter_names=as_written
):
    """client.marketplace.v1.referral_conversion"""

    converted_account_sid: str

    class Create(Params, body="json"):
        referral_account_sid: str = UNSET
        create_referral_conversion_request: dict[str, Any] = param(location="body", default=UNSET)
