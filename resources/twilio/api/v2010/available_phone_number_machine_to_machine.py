"""Machine to machine of available phone numbers."""

from __future__ import annotations

from .available_phone_number_local import AvailablePhoneNumberLocal


class AvailablePhoneNumberMachineToMachine(
    AvailablePhoneNumberLocal,
    uri="/Accounts/{account_sid}/AvailablePhoneNumbers/{country_code}/MachineToMachine.json",
):
    """client.api.v2010.accounts(…).available_phone_numbers(…).machine_to_machine"""
