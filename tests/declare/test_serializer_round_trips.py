"""What is written can be read back: the sandbox reads requests with the same serializers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Literal
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from restmap import (
    comma_separated,
    iso8601,
    iso8601_date,
    iso8601_duration,
    json_object,
    list_of,
    prefixed_map,
    rfc2822,
    seconds,
    unix_time,
)
from restmap.declare.inference import serializer_for
from restmap.declare.json_text import wire_text

zones = st.one_of(
    st.just(UTC),
    st.timedeltas(min_value=timedelta(hours=-23), max_value=timedelta(hours=23)).map(timezone),
    st.timezones(),
)
# A day from either end, so that every zone has the moment.
FIRST, LAST = datetime(1, 1, 2), datetime(9999, 12, 30)
aware = st.datetimes(FIRST, LAST, timezones=zones)
naive = st.datetimes()
# RFC 2822 4.3: a reader takes a year below 100 for one of the last or this century.
mail_years = st.datetimes(datetime(1000, 1, 2), LAST, timezones=zones)

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
objects = st.dictionaries(st.text(), json_values, max_size=4)
plain_texts = st.text(st.characters(exclude_characters=",", exclude_categories=["Cs"]), min_size=1)


def on_the_wire(serializer, value):
    """The text that travels, read back."""
    return serializer.load(wire_text(serializer(value)))


@given(aware)
def test_a_moment_of_any_zone_comes_back_in_utc(moment):
    loaded = on_the_wire(iso8601, moment)
    assert loaded == moment.astimezone(UTC).replace(microsecond=0)
    assert loaded.tzinfo == UTC


@given(naive)
def test_a_moment_without_a_zone_comes_back_in_utc(moment):
    assert on_the_wire(iso8601, moment) == moment.replace(microsecond=0, tzinfo=UTC)


@given(naive)
def test_the_text_of_a_moment_is_of_one_form(moment):
    text = iso8601(moment)
    assert len(text) == len("2026-11-24T10:00:00Z")
    assert (text[10], text[-1]) == ("T", "Z")
    assert iso8601(text) == text


@given(mail_years)
def test_a_moment_of_a_mail_header_comes_back(moment):
    assert on_the_wire(rfc2822, moment) == moment.astimezone(UTC).replace(microsecond=0)


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=10_000)))
def test_a_duration_comes_back(duration):
    assert on_the_wire(iso8601_duration, duration) == duration
    assert iso8601_duration(iso8601_duration(duration)) == iso8601_duration(duration)
    whole = timedelta(duration.days, duration.seconds)
    assert on_the_wire(seconds, whole) == whole


@given(mail_years)
def test_a_moment_in_seconds_comes_back(moment):
    assert on_the_wire(unix_time, moment) == moment.astimezone(UTC).replace(microsecond=0)


@given(st.uuids())
def test_a_uuid_comes_back(value):
    assert on_the_wire(serializer_for(UUID), value) == value


@given(st.dates())
def test_a_date_comes_back(day):
    assert on_the_wire(iso8601_date, day) == day
    assert type(iso8601_date.load(iso8601_date(day))) is date


@given(st.integers())
def test_a_whole_number_comes_back(number):
    integer = serializer_for(int)
    assert on_the_wire(integer, number) == number
    assert integer(str(number)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back(number):
    assert on_the_wire(serializer_for(float), number) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_a_decimal_comes_back_and_has_no_exponent(number):
    decimal = serializer_for(Decimal)
    assert on_the_wire(decimal, number) == number
    assert "E" not in decimal(number)


@given(st.booleans())
def test_a_boolean_comes_back(value):
    boolean = serializer_for(bool)
    assert on_the_wire(boolean, value) is value
    assert boolean.load(boolean(value)) is value


@given(objects)
def test_an_object_comes_back(value):
    text = json_object(value)
    assert text.isascii()
    assert json_object.load(text) == value


@given(st.lists(objects, max_size=4))
def test_a_list_of_objects_comes_back(values):
    serializer = list_of(json_object)
    wire = serializer(values)
    assert all(isinstance(each, str) for each in wire)
    assert serializer.load(wire) == values


@given(st.lists(st.integers(), max_size=4))
def test_a_list_comes_back(values):
    serializer = serializer_for(list[int])
    assert serializer.load([wire_text(each) for each in serializer(values)]) == values


@given(st.lists(plain_texts, max_size=4))
def test_a_list_with_commas_between_comes_back(values):
    assert on_the_wire(comma_separated(), values) == values


@given(st.lists(st.dates(), max_size=4))
def test_a_list_of_dates_with_commas_between_comes_back(values):
    assert on_the_wire(comma_separated(iso8601_date), values) == values


keys = st.text(st.characters(exclude_characters=".", exclude_categories=["Cs"]))
maps = st.dictionaries(
    keys,
    st.recursive(st.text(), lambda inner: st.dictionaries(keys, inner, min_size=1, max_size=3)),
    max_size=4,
)


@given(maps)
def test_a_prefixed_map_comes_back(value):
    serializer = prefixed_map("Add")
    wire = serializer(value)
    assert all(key.startswith("Add.") for key in wire)
    assert serializer.load(wire) == value


class Level(Enum):
    LOW = "low"
    ONE = 1


@pytest.mark.parametrize("member", Level)
def test_an_enum_comes_back_as_its_member(member):
    assert on_the_wire(serializer_for(Level), member) is member


@pytest.mark.parametrize("member", ["a", 1, True])
def test_a_literal_comes_back_as_its_member(member):
    assert on_the_wire(serializer_for(Literal["a", 1, True]), member) == member


@pytest.mark.parametrize("value", [5, "five", True])
def test_a_union_comes_back(value):
    assert serializer_for(bool | int | str).load(serializer_for(bool | int | str)(value)) == value
