"""Phone numbers."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, param, prefixed_map

from .base import LookupsResource


class PhoneNumber(LookupsResource, uri="/PhoneNumbers/{phone_number}"):
    """client.lookups.v1.phone_numbers"""

    caller_name: Any
    country_code: str | None
    phone_number: str
    national_format: str | None
    carrier: Any
    add_ons: Any
    url: str

    class Fetch(Params):
        country_code: str = UNSET
        type: list[str] = UNSET
        add_ons: list[str] = UNSET
        add_ons_data: dict[str, Any] = param(prefixed_map("AddOns"), default=UNSET)
