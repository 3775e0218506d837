"""Serializers: a Python value to its wire value, and what is refused."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from types import MappingProxyType
from typing import Any, Literal
from uuid import UUID

import pytest

from restmap import (
    Serializer,
    comma_separated,
    date_or_offset,
    iso8601,
    iso8601_date,
    iso8601_duration,
    json_object,
    list_of,
    partial_date,
    prefixed_map,
    rfc2822,
    seconds,
    unix_time,
)
from restmap.declare.inference import serializer_for
from restmap.declare.json_text import wire_text
from tests.support import json_refusal


class Colour(StrEnum):
    RED = "red"


class Size(IntEnum):
    BIG = 3


class Text(Enum):
    A = "a"


CET = timezone(timedelta(hours=1))
NOON = datetime(2026, 11, 24, 12, 0, 0, 999_999)

text = serializer_for(str)
boolean = serializer_for(bool)
integer = serializer_for(int)
number = serializer_for(float)
decimal = serializer_for(Decimal)
uuid = serializer_for(UUID)
anything = serializer_for(Any)
colours = serializer_for(Literal["red", "green"])
numbers = serializer_for(Literal[1, 2])

WIRE = [
    (text, "", ""),
    (text, "Zoë", "Zoë"),
    (text, Colour.RED, "red"),
    (text, Text.A, "a"),
    (boolean, True, "true"),
    (boolean, False, "false"),
    (integer, 0, "0"),
    (integer, -5, "-5"),
    (integer, "3600", "3600"),
    (integer, "+05", "5"),
    (integer, Size.BIG, "3"),
    (integer, 10**30, "1" + "0" * 30),
    (number, 1, "1"),
    (number, 1.5, "1.5"),
    (number, "1.5", "1.5"),
    (number, Decimal("0.25"), "0.25"),
    (decimal, Decimal("1.50"), "1.50"),
    (decimal, Decimal("1E+3"), "1000"),
    (decimal, Decimal("1E-7"), "0.0000001"),
    (decimal, 5, "5"),
    (decimal, "0.10", "0.10"),
    (colours, "red", "red"),
    (colours, "blue", "blue"),  # one the API added later
    (colours, Colour.RED, "red"),
    (numbers, 7, "7"),
    (iso8601, NOON, "2026-11-24T12:00:00Z"),
    (iso8601, NOON.replace(tzinfo=UTC), "2026-11-24T12:00:00Z"),
    (iso8601, NOON.replace(tzinfo=CET), "2026-11-24T11:00:00Z"),
    (iso8601, datetime(800, 1, 2), "0800-01-02T00:00:00Z"),
    (iso8601, date(2026, 11, 24), "2026-11-24T00:00:00Z"),
    (iso8601, "2026-11-24T12:00:00+01:00", "2026-11-24T12:00:00+01:00"),
    (iso8601_date, date(2026, 11, 24), "2026-11-24"),
    (iso8601_date, NOON, "2026-11-24"),
    (iso8601_date, datetime(2026, 11, 24, 0, 30, tzinfo=CET), "2026-11-23"),
    (iso8601_date, "2026-11-24", "2026-11-24"),
    (unix_time, NOON, "1795521600"),
    (unix_time, NOON.replace(tzinfo=CET), "1795518000"),
    (unix_time, 5, "5"),
    (seconds, timedelta(minutes=2), "120"),
    (seconds, timedelta(milliseconds=1500), "1.5"),
    (seconds, 3, "3"),
    (iso8601_duration, timedelta(), "P0D"),
    (iso8601_duration, timedelta(days=1, hours=2, minutes=3, seconds=4.5), "P1DT2H3M4.5S"),
    (iso8601_duration, timedelta(seconds=10), "PT10S"),
    (iso8601_duration, "P2W", "P2W"),
    (date_or_offset, date(2026, 11, 24), "2026-11-24"),
    (date_or_offset, "2026-11-24", "2026-11-24"),
    (date_or_offset, "-30days", "-30days"),
    (date_or_offset, "+1day", "+1day"),
    (partial_date, "2026", "2026"),
    (partial_date, "2026-11", "2026-11"),
    (partial_date, date(2026, 11, 24), "2026-11-24"),
    (uuid, UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    (uuid, "00000000-0000-0000-0000-00000000000A", "00000000-0000-0000-0000-00000000000a"),
    (rfc2822, NOON, "Tue, 24 Nov 2026 12:00:00 +0000"),
    (rfc2822, NOON.replace(tzinfo=CET), "Tue, 24 Nov 2026 11:00:00 +0000"),
    (rfc2822, "Tue, 24 Nov 2026 12:00:00 +0100", "Tue, 24 Nov 2026 12:00:00 +0100"),
    (json_object, {"a": [1, None, True]}, '{"a":[1,null,true]}'),
    (json_object, MappingProxyType({"a": MappingProxyType({})}), '{"a":{}}'),
    (
        json_object,
        {"at": NOON, "on": NOON.date()},
        '{"at":"2026-11-24T12:00:00Z","on":"2026-11-24"}',
    ),
    (json_object, {"n": Decimal("1.5"), "e": Text.A}, '{"n":"1.5","e":"a"}'),
    (anything, 1.5, "1.5"),
    (anything, [1, "a"], '[1,"a"]'),
    (comma_separated(), [], ""),
    (comma_separated(), ("sms", "voice"), "sms,voice"),
    (comma_separated(integer), [1, 2], "1,2"),
    (comma_separated(boolean), [True, False], "true,false"),
    (serializer_for(int | str), 15, "15"),
    (serializer_for(int | str), "015", "015"),
    (serializer_for(int | str), Text.A, "a"),
    (serializer_for(Decimal | str), "1.50e2", "1.50e2"),
    (
        serializer_for(UUID | str),
        "00000000-0000-0000-0000-00000000000A",
        "00000000-0000-0000-0000-00000000000A",
    ),
    (serializer_for(list[str] | str), "a", "a"),
]


@pytest.mark.parametrize(("serializer", "value", "wire"), WIRE)
def test_a_value_has_its_text_on_the_wire(serializer, value, wire):
    assert wire_text(serializer(value)) == wire


REFUSED = [
    (text, 5, "expected text"),
    (text, b"a", "expected text"),
    (text, Size.BIG, "expected text"),
    (boolean, 1, "expected True or False"),
    (boolean, "true", "expected True or False"),
    (integer, "soon", "expected a whole number"),
    (integer, "", "expected a whole number"),
    (integer, "1.5", "expected a whole number"),
    (integer, "１２", "expected a whole number"),
    (integer, " 5", "expected a whole number"),
    (integer, 5.0, "expected a whole number"),
    (integer, True, "expected a whole number"),
    (number, "much", "expected a number"),
    (number, True, "expected a number"),
    (number, math.nan, "expected a finite number"),
    (number, math.inf, "expected a finite number"),
    (number, [], "expected a number"),
    (decimal, "much", "expected a Decimal"),
    (decimal, 1.5, "expected a Decimal"),
    (decimal, True, "expected a Decimal"),
    (decimal, Decimal("NaN"), "expected a finite Decimal"),
    (decimal, Decimal("-Infinity"), "expected a finite Decimal"),
    (decimal, "1e-999999999", "expected a number of at most 4,300 digits"),
    (decimal, Decimal("1e999999999"), "expected a number of at most 4,300 digits"),
    (number, "9e4300", "expected a number of at most 4,300 digits"),
    (colours, 5, "expected one of 'red', 'green'"),
    (colours, None, "expected one of 'red', 'green'"),
    (numbers, "1", "expected one of 1, 2"),
    (numbers, True, "expected one of 1, 2"),
    (iso8601, "tomorrow", "expected a datetime, or ISO 8601 text"),
    (iso8601, 5, "expected a datetime, or ISO 8601 text"),
    (iso8601_date, "2026-11-31", "expected a date, or ISO 8601 text"),
    (iso8601_date, "2026-11-24T12:00:00Z", "expected a date, or ISO 8601 text"),
    (iso8601_date, 5, "expected a date, or ISO 8601 text"),
    (unix_time, "soon", "expected a datetime, or seconds since 1970"),
    (unix_time, True, "expected a datetime, or seconds since 1970"),
    (seconds, "5", "expected a timedelta, or seconds"),
    (iso8601_duration, timedelta(-1), "expected a timedelta, or an ISO 8601 duration"),
    (
        iso8601_duration,
        "P",
        "expected an ISO 8601 duration of weeks, days, hours, minutes and seconds",
    ),
    (date_or_offset, "30days", "expected a date, or ISO 8601 text"),
    (date_or_offset, "-30days\n", "expected a date, or ISO 8601 text"),
    (partial_date, "2026-1", "expected a date, or ISO 8601 text"),
    (uuid, "12", "badly formed hexadecimal UUID string"),
    (uuid, 12, "expected a UUID"),
    (rfc2822, "tomorrow", "expected a datetime, or RFC 2822 text"),
    (rfc2822, date(2026, 11, 24), "expected a datetime, or RFC 2822 text"),
    (json_object, [], "expected an object: a dict, or another mapping"),
    (json_object, '{"a":1}', "expected an object: a dict, or another mapping"),
    (json_object, {"a": math.nan}, json_refusal(math.nan)),
    (json_object, {"a": {1, 2}}, "expected a value that JSON can represent, found set"),
    (anything, {1, 2}, "expected a value that JSON can represent, found set"),
    (anything, math.inf, "expected a finite number"),
    (list_of(integer), "twelve", "expected a list"),
    (list_of(uuid), b"12", "expected a list"),
    (list_of(json_object), "x", "expected a list"),
    (list_of(integer), {"a": 1}, "expected a list"),
    (list_of(integer), [1, "x"], "item 1: expected a whole number, found 'x'"),
    (
        list_of(list_of(integer)),
        [[1], [2, "x"]],
        "item 1: item 1: expected a whole number, found 'x', found [2, 'x']",
    ),
    (comma_separated(), ["a,b"], "expected items that contain no comma, which is the separator"),
    (comma_separated(integer), "ab", "expected a list"),
    (comma_separated(), "a,b", "expected items that contain no comma, which is the separator"),
    (comma_separated(), ["a", 5], "item 1: expected text, found 5"),
    (prefixed_map("P"), [], "expected a dict"),
    (prefixed_map("P"), {"a": {1}}, "expected a value that JSON can represent, found set"),
]


ONE_TEXT = [
    (list_of(rfc2822), "Tue, 24 Nov 2026 10:00:00 +0000", ["Tue, 24 Nov 2026 10:00:00 +0000"]),
    (list_of(integer), "12", [12]),
    (list_of(anything), "a", ["a"]),
    (comma_separated(), "ab", "ab"),
    (comma_separated(), "", ""),
]


@pytest.mark.parametrize(("serializer", "value", "wire"), ONE_TEXT)
def test_one_text_is_a_list_of_one(serializer, value, wire):
    assert serializer(value) == wire


@pytest.mark.parametrize(("serializer", "value", "why"), REFUSED)
def test_a_value_that_does_not_fit_is_refused(serializer, value, why):
    with pytest.raises((ValueError, TypeError)) as caught:
        serializer(value)
    assert str(caught.value) == why


NOT_LOADED = [
    (boolean, "yes", "expected true or false"),
    (boolean, 1, "expected true or false"),
    (integer, "soon", "expected a whole number"),
    (colours, "blue", "expected one of 'red', 'green'"),
    (numbers, "3", "expected one of 1, 2"),
    (json_object, "[]", "expected a JSON object"),
    (list_of(integer), ["1", "x"], "item 1: expected a whole number, found 'x'"),
]


@pytest.mark.parametrize(("serializer", "wire", "why"), NOT_LOADED)
def test_a_wire_value_that_does_not_fit_is_refused(serializer, wire, why):
    with pytest.raises(ValueError, match=r"^(expected|item)") as caught:
        serializer.load(wire)
    assert str(caught.value) == why


def test_a_map_has_a_key_for_each_leaf():
    nested = {"whitepages": {"phone": "+15550100", "tries": 2}, "plain": True, "many": [1, 2]}
    assert prefixed_map("AddOns")(nested) == {
        "AddOns.whitepages.phone": "+15550100",
        "AddOns.whitepages.tries": 2,
        "AddOns.plain": True,
        "AddOns.many": "[1,2]",
    }


@pytest.mark.parametrize(
    ("serializer", "expects"),
    [
        (list_of(integer), "a list in which each item is a whole number"),
        (list_of(str.upper), "a list in which each item is a value that upper() accepts"),
        (comma_separated(), "a list in which each item is text"),
        (serializer_for(list[bool]), "a list in which each item is True or False"),
        (serializer_for(int | str), "a whole number or text"),
        (serializer_for(Size), "one of 3"),
        (serializer_for(dict[str, Any]), "a dict"),
    ],
)
def test_a_serializer_says_what_to_give(serializer, expects):
    assert serializer.expects == expects


def test_a_serializer_of_ones_own_goes_both_ways():
    hexadecimal = Serializer("{:x}".format, "a whole number", load=lambda wire: int(wire, 16))
    both = list_of(hexadecimal)
    assert both([255, 16]) == ["ff", "10"]
    assert both.load(["ff", "10"]) == [255, 16]
    assert both.load("ff") == [255]
    assert Serializer(str, "text").load("as it is") == "as it is"
