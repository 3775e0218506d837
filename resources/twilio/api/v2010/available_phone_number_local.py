"""Local of available phone numbers."""

from __future__ import annotations

from restmap import UNSET, Model, Paging

from .base import ApiResource


class Capabilities(Model):
    mms: bool | None = None
    sms: bool | None = None
    voice: bool | None = None
    fax: bool | None = None


class AvailablePhoneNumberLocal(
    ApiResource, uri="/Accounts/{account_sid}/AvailablePhoneNumbers/{country_code}/Local.json"
):
    """client.api.v2010.accounts(…).available_phone_numbers(…).local"""

    friendly_name: str | None
    phone_number: str | None
    lata: str | None
    locality: str | None
    rate_center: str | None
    latitude: float | None
    longitude: float | None
    region: str | None
    postal_code: str | None
    iso_country: str | None
    address_requirements: str | None
    beta: bool | None
    capabilities: Capabilities | None
    account_sid: str
    country_code: str

    class List(Paging, items="available_phone_numbers"):
        area_code: int = UNSET
        contains: str = UNSET
        sms_enabled: bool = UNSET
        mms_enabled: bool = UNSET
        voice_enabled: bool = UNSET
        exclude_all_address_required: bool = UNSET
        exclude_local_address_required: bool = UNSET
        exclude_foreign_address_required: bool = UNSET
        beta: bool = UNSET
        near_number: str = UNSET
        near_lat_long: str = UNSET
        distance: int = UNSET
        in_postal_code: str = UNSET
        in_region: str = UNSET
        in_rate_center: str = UNSET
        in_lata: str = UNSET
        in_locality: str = UNSET
        fax_enabled: bool = UNSET
