"""The columns of scalars: each converts all values at once where they have their usual form."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import NoneType
from typing import Any

from ..declare.annotations import is_decimal, is_uuid
from ..declare.scalar_readers import SCALARS, Read, read_decimal
from ..json_codec import WrittenFloat
from .arrow import Array, DataType, pa, pc
from .columns import ScalarColumn, Values, read_text, texts

# Arrow has no decimals of any length: these have 20 digits before the point and 18 behind it.
DECIMAL = pa.decimal128(38, 18)
MOMENT = pa.timestamp("us", tz="UTC")
DURATION = pa.duration("us")


def scalar_column(kind: Any) -> ScalarColumn | None:
    """The column of a type of scalars; None for any other type."""
    if kind is str or is_uuid(kind):
        return ScalarColumn(pa.string(), read_text, texts)
    if kind is bool:
        return ScalarColumn(pa.bool_(), SCALARS[bool], _truth_values)
    if kind is int:
        return ScalarColumn(pa.int64(), SCALARS[int], _whole_numbers)
    if kind is float:
        return ScalarColumn(pa.float64(), SCALARS[float], _numbers)
    if kind is datetime:
        return ScalarColumn(MOMENT, SCALARS[datetime], _moments)
    if kind is date:
        return ScalarColumn(pa.date32(), SCALARS[date], _dates)
    if is_decimal(kind):
        return ScalarColumn(DECIMAL, read_decimal, _decimals)
    return None


def column_of_reader(kind: Any, read: Read) -> ScalarColumn | None:
    """The column of what a user's own reader makes; None where it has no type of Arrow.

    kind: the type of the Python values.
    """
    usual = ScalarColumn(DURATION, read, texts) if kind is timedelta else scalar_column(kind)
    if usual is None:
        return None
    return ScalarColumn(usual.type, read, lambda values: _read_each(values, read, kind, usual.type))


def _read_each(values: Values, read: Read, kind: Any, arrow_type: DataType) -> Array:
    found = [None if each is None else read(each) for each in values]
    if not {*map(type, found)} <= {kind, NoneType}:
        raise TypeError(f"expected {kind}")
    return pa.array(found, arrow_type)


def _truth_values(values: Values) -> Array:
    return pa.array(values, pa.bool_())


# 18 digits fit in 64 bits, whatever they are.
_WHOLE_NUMBER = "^-?[0-9]{1,18}$"
_NUMBER = r"^-?[0-9]{1,15}(\.[0-9]+)?$"


def _whole_numbers(values: Values) -> Array:
    return _numbers_of(values, {int, NoneType}, _WHOLE_NUMBER, pa.int64())


def _numbers(values: Values) -> Array:
    return _numbers_of(values, {float, int, WrittenFloat, NoneType}, _NUMBER, pa.float64())


def _numbers_of(values: Values, classes: set[type], pattern: str, kind: DataType) -> Array:
    # Arrow would make 1 of True, and 5 of 5.5.
    if {*map(type, values)} <= classes:
        return pa.array(values, kind)
    text = texts(values)
    _check_all_match(text, pattern)
    return text.cast(kind)


def _check_all_match(text: Array, pattern: str) -> None:
    if pc.all(pc.match_substring_regex(text, pattern)).as_py() is False:
        raise ValueError(f"expected {pattern}")


def _dates(values: Values) -> Array:
    return texts(values).cast(pa.date32())


def _decimals(values: Values) -> Array:
    return pa.array([None if each is None else read_decimal(each) for each in values], DECIMAL)


# RFC 5322 3.3, as many APIs write it.
_RFC2822 = (
    "^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} [A-Z][a-z]{2} [0-9]{4} "
    r"[0-9]{2}:[0-9]{2}:[0-9]{2} [+]0000$"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTH_NUMBERS = [f"-{number:02}-" for number in range(1, 13)]


def _moments(values: Values) -> Array:
    """Date-times of ISO 8601 with a time zone, or of RFC 2822 in UTC."""
    text = texts(values)
    first = next((each for each in values if each is not None), "")
    return (_rfc2822_as_iso8601(text) if first[3:4] == "," else text).cast(MOMENT)


def _rfc2822_as_iso8601(text: Array) -> Array:
    _check_all_match(text, _RFC2822)
    index = pc.index_in(_part(text, 8, 11), value_set=pa.array(_MONTHS))
    month = pc.take(pa.array(_MONTH_NUMBERS), index)
    if month.null_count > text.null_count:
        raise ValueError("expected the name of a month")
    year, day, time = _part(text, 12, 16), _part(text, 5, 7), _part(text, 17, 25)
    return pc.binary_join_element_wise(year, month, day, "T", time, "Z", "")


def _part(text: Array, start: int, stop: int) -> Array:
    # Of bytes, which takes a third of the time: the pattern allows ASCII alone.
    return pc.binary_slice(text.cast(pa.binary()), start, stop).cast(pa.string())
