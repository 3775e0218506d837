"""Toll free of available phone numbers."""

from __future__ import annotations

from .available_phone_number_local import AvailablePhoneNumberLocal


class AvailablePhoneNumberTollFree(
    AvailablePhoneNumberLocal,
    uri="/Accounts/{account_sid}/AvailablePhoneNumbers/{country_code}/TollFree.json",
):
    """client.api.v2010.accounts(…).available_phone_numbers(…).toll_free"""
