"""Numbers that can be bought, and those that were, in the sandbox.

https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from restmap import Resource
from restmap.sandbox import (
    Behaviour,
    HandlerResult,
    Refusal,
    SandboxCall,
    equal_to,
    select_all,
)

from ..api.v2010.available_phone_number_country import AvailablePhoneNumberCountry
from ..api.v2010.available_phone_number_local import AvailablePhoneNumberLocal
from ..api.v2010.available_phone_number_machine_to_machine import (
    AvailablePhoneNumberMachineToMachine,
)
from ..api.v2010.available_phone_number_mobile import AvailablePhoneNumberMobile
from ..api.v2010.available_phone_number_national import AvailablePhoneNumberNational
from ..api.v2010.available_phone_number_shared_cost import AvailablePhoneNumberSharedCost
from ..api.v2010.available_phone_number_toll_free import AvailablePhoneNumberTollFree
from ..api.v2010.available_phone_number_voip import AvailablePhoneNumberVoip
from ..api.v2010.incoming_phone_number import IncomingPhoneNumber
from .numbers import COUNTRIES, Country, find_country, national_format

behaviour = Behaviour()

_KINDS: Mapping[type[Resource], str] = {
    AvailablePhoneNumberLocal: "local",
    AvailablePhoneNumberMobile: "mobile",
    AvailablePhoneNumberTollFree: "toll_free",
    # None are invented of these.
    AvailablePhoneNumberMachineToMachine: "machine_to_machine",
    AvailablePhoneNumberNational: "national",
    AvailablePhoneNumberSharedCost: "shared_cost",
    AvailablePhoneNumberVoip: "voip",
}
_CAPABILITIES = {"voice": True, "sms": True, "mms": True, "fax": False}


@behaviour.override(AvailablePhoneNumberCountry, "list")
def list_countries(call: SandboxCall) -> HandlerResult:
    """The countries with invented numbers, and those that a test has added."""
    added = {each.path["country_code"]: each.fields for each in call.find_all(call.resource)}
    invented = {code: _country(call, country) for code, country in COUNTRIES.items()}
    return call.page({**invented, **added}.values())


@behaviour.override(AvailablePhoneNumberCountry, "fetch")
def fetch_country(call: SandboxCall) -> HandlerResult:
    """A country that a test has added, or one with invented numbers."""
    country = COUNTRIES.get(call.path["country_code"])
    try:
        return call.record
    except Refusal:
        if country is None:
            raise
        return _country(call, country)


def _country(call: SandboxCall, country: Country) -> dict[str, Any]:
    uri = f"/2010-04-01/Accounts/{call.path['account_sid']}/AvailablePhoneNumbers/{country.code}"
    names = {"local": "Local", "mobile": "Mobile", "toll_free": "TollFree"}
    return {
        "country_code": country.code,
        "country": country.name,
        "uri": f"{uri}.json",
        "beta": False,
        "subresource_uris": {kind: f"{uri}/{names[kind]}.json" for kind in country.ranges},
    }


def list_numbers(call: SandboxCall) -> HandlerResult:
    """The invented numbers of a country that nobody has bought, or those that a test has added."""
    country = COUNTRIES.get(call.path["country_code"])
    if country is None or _are_added(call):
        return call.run_default()
    bought = {each.fields["phone_number"] for each in call.find_all(IncomingPhoneNumber)}
    kind = _KINDS[call.resource]
    numbers = [each for each in country.numbers(kind) if each not in bought]
    return call.page([_available(country, kind, each) for each in numbers])


def _are_added(call: SandboxCall) -> bool:
    try:
        return bool(call.find_all(call.resource))
    except Refusal:  # not even the country
        return False


def _available(country: Country, kind: str, number: str) -> dict[str, Any]:
    locality, region, postal_code = country.place if kind == "local" else ("", "", "")
    return {
        "friendly_name": national_format(number),
        "phone_number": number,
        "lata": None,
        "locality": locality or None,
        "rate_center": None,
        "latitude": None,
        "longitude": None,
        "region": region or None,
        "postal_code": postal_code or None,
        "iso_country": country.code,
        "address_requirements": "none",
        "beta": False,
        "capabilities": _CAPABILITIES,
    }


def _has_area_code(number: Mapping[str, Any], code: int) -> bool:
    return bool(number["phone_number"].startswith(f"+1{code}"))


def _contains(number: Mapping[str, Any], pattern: str) -> bool:
    """Letters stand for the digits of a telephone keypad, `*` for any digit."""
    digits = pattern.upper().translate(_KEYPAD).removeprefix("+")
    found = re.escape(digits).replace(r"\*", "[0-9]")
    return re.search(found, number["phone_number"]) is not None


_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")

for _resource in _KINDS:
    behaviour.override(_resource, "list")(list_numbers)
    behaviour.filters(
        _resource,
        area_code=_has_area_code,
        contains=_contains,
        in_locality=equal_to("locality"),
        in_region=equal_to("region"),
        in_postal_code=equal_to("postal_code"),
        sms_enabled=equal_to("capabilities.sms"),
        mms_enabled=equal_to("capabilities.mms"),
        voice_enabled=equal_to("capabilities.voice"),
        fax_enabled=equal_to("capabilities.fax"),
        exclude_all_address_required=select_all,  # none of them requires an address
        exclude_local_address_required=select_all,
        exclude_foreign_address_required=select_all,
    )


# -- those that were bought --------------------------------------------------------------------

behaviour.initial(
    IncomingPhoneNumber,
    capabilities=_CAPABILITIES,
    friendly_name=lambda given: national_format(str(given.get("phone_number", ""))),
    origin="twilio",
    status="in-use",
    api_version="2010-04-01",
    voice_method="POST",
    sms_method="POST",
)


@behaviour.override(IncomingPhoneNumber, "create")
def buy(call: SandboxCall) -> HandlerResult:
    """Buy a number, or any number with an area code.

    https://www.twilio.com/docs/iam/test-credentials#test-purchase-a-phone-number
    """
    number, bought = call.arguments.get("phone_number"), _bought(call)
    if number is None:
        code = call.arguments.get("area_code", "415")
        free = [each for each in COUNTRIES["US"].numbers("local") if each not in bought]
        number = next((each for each in free if each.startswith(f"+1{code}")), None)
        if number is None:
            raise Refusal(400, f"No phone numbers found in area code {code}.", code=21452)
        arguments = {**call.arguments, "phone_number": number}
        return call.create(**{name: arguments[name] for name in arguments if name != "area_code"})
    if find_country(number) is None and number != "+15005550006":
        raise Refusal(400, f"{number} is not a valid phone number.", code=21421)
    if number in (*bought, "+15005550000"):
        raise Refusal(400, f"{number} is not available.", code=21422)
    return call.run_default()


def _bought(call: SandboxCall) -> set[str]:
    return {each.fields["phone_number"] for each in call.find_all(IncomingPhoneNumber)}
