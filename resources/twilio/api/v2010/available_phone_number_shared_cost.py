"""Shared cost of available phone numbers."""

from __future__ import annotations

from .available_phone_number_local import AvailablePhoneNumberLocal


class AvailablePhoneNumberSharedCost(
    AvailablePhoneNumberLocal,
    uri="/Accounts/{account_sid}/AvailablePhoneNumbers/{country_code}/SharedCost.json",
):
    """client.api.v2010.accounts(…).available_phone_numbers(…).shared_cost"""
