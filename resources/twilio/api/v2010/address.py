"""Addresses of accounts: https://www.twilio.com/docs/usage/api/address"""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import ApiResource
from .dependent_phone_number import DependentPhoneNumber


class Address(ApiResource, uri="/Accounts/{account_sid}/Addresses/{sid}.json"):
    """client.api.v2010.accounts(…).addresses"""

    account_sid: str
    city: str | None
    customer_name: str | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    iso_country: str | None
    postal_code: str | None
    region: str | None
    sid: str = field(prefix="AD")
    street: str | None
    uri: str
    emergency_enabled: bool | None
    validated: bool | None
    verified: bool | None
    street_secondary: str | None

    class Create(Params):
        customer_name: str
        street: str
        city: str
        region: str
        postal_code: str
        iso_country: str
        friendly_name: str = UNSET
        emergency_enabled: bool = UNSET
        auto_correct_address: bool = UNSET
        street_secondary: str = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        customer_name: str = UNSET
        street: str = UNSET
        city: str = UNSET
        region: str = UNSET
        postal_code: str = UNSET
        emergency_enabled: bool = UNSET
        auto_correct_address: bool = UNSET
        street_secondary: str = UNSET

    class List(Paging, items="addresses"):
        customer_name: str = UNSET
        friendly_name: str = UNSET
        emergency_enabled: bool = UNSET
        iso_country: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    dependent_phone_numbers = collection(DependentPhoneNumber)
