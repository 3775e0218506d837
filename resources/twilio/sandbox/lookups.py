"""Lookups in the sandbox, of a small set of invented numbers.

https://www.twilio.com/docs/lookup/v2-api
"""

from __future__ import annotations

from typing import Any

from restmap.sandbox import Behaviour, HandlerResult, Refusal, SandboxCall

from ..lookups.v1.phone_number import PhoneNumber as PhoneNumberV1
from ..lookups.v2.phone_number import PhoneNumber
from .numbers import CARRIER, find_country, kind_of, national_format

behaviour = Behaviour()

_LINE_TYPES = {"local": "landline", "mobile": "mobile", "toll_free": "tollFree"}


@behaviour.override(PhoneNumber, "fetch")
def look_up(call: SandboxCall) -> HandlerResult:
    """What is known of a number: of any one its country, of an invented one its line as well."""
    number = call.path["phone_number"]
    country, kind = find_country(number), kind_of(number)
    found = _known(
        call,
        calling_country_code=country and country.calling_code,
        country_code=country and country.code,
        national_format=country and national_format(number),
        valid=country is not None,
        validation_errors=[] if country is not None else ["INVALID_BUT_POSSIBLE"],
    )
    wanted = str(call.arguments.get("fields", "")).split(",")
    if kind is not None and "line_type_intelligence" in wanted:
        line = {"carrier_name": CARRIER, "type": _LINE_TYPES[kind]}
        found["line_type_intelligence"] = {**found["line_type_intelligence"], **line}
    return found


@behaviour.override(PhoneNumberV1, "fetch")
def look_up_in_v1(call: SandboxCall) -> HandlerResult:
    """What is known of a number; a 404 for one that is not valid."""
    number = call.path["phone_number"]
    country, kind = find_country(number), kind_of(number)
    if country is None:
        return call.record  # one that a test has added, else a 404
    found = _known(call, country_code=country.code, national_format=national_format(number))
    if kind is not None and "carrier" in call.arguments.get("type", ()):
        line = {"name": CARRIER, "type": _LINE_TYPES[kind], "error_code": None}
        found["carrier"] = {"mobile_country_code": None, "mobile_network_code": None, **line}
    return found


def _known(call: SandboxCall, **values: Any) -> dict[str, Any]:
    """The record of the number: the one that is there, such as one of a test, else a new one."""
    try:
        return call.record
    except Refusal:
        return call.create(phone_number=call.path["phone_number"], **values)
