"""Available phone numbers of accounts."""

from __future__ import annotations

from restmap import Paging, Params, collection

from .available_phone_number_local import AvailablePhoneNumberLocal
from .available_phone_number_machine_to_machine import AvailablePhoneNumberMachineToMachine
from .available_phone_number_mobile import AvailablePhoneNumberMobile
from .available_phone_number_national import AvailablePhoneNumberNational
from .available_phone_number_shared_cost import AvailablePhoneNumberSharedCost
from .available_phone_number_toll_free import AvailablePhoneNumberTollFree
from .available_phone_number_voip import AvailablePhoneNumberVoip
from .base import ApiResource


class AvailablePhoneNumberCountry(
    ApiResource, uri="/Accounts/{account_sid}/AvailablePhoneNumbers/{country_code}.json"
):
    """client.api.v2010.accounts(…).available_phone_numbers"""

    country_code: str
    country: str | None
    uri: str
    beta: bool | None
    subresource_uris: dict[str, str] | None
    account_sid: str

    class List(Paging, items="countries"): ...

    class Fetch(Params): ...

    local = collection(AvailablePhoneNumberLocal)
    machine_to_machine = collection(AvailablePhoneNumberMachineToMachine)
    mobile = collection(AvailablePhoneNumberMobile)
    national = collection(AvailablePhoneNumberNational)
    shared_cost = collection(AvailablePhoneNumberSharedCost)
    toll_free = collection(AvailablePhoneNumberTollFree)
    voip = collection(AvailablePhoneNumberVoip)
