"""The serializers of further forms of dates, times and durations, which a declaration names.

They stand apart from those that types choose, which every program loads.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from .date_serializers import in_utc, iso8601_date
from .serializer import Serializer, as_serializer, refuse

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _dump_unix_time(value: Any) -> int:
    if isinstance(value, datetime):
        return (in_utc(value).replace(tzinfo=UTC) - _EPOCH) // timedelta(seconds=1)
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse("a datetime, or seconds since 1970")
    return value


def _load_unix_time(wire: Any) -> datetime:
    if isinstance(wire, bool) or not isinstance(wire, int | float | str):
        raise refuse("seconds since 1970")
    return _EPOCH + timedelta(seconds=float(wire))


def _dump_seconds(value: Any) -> float:
    if isinstance(value, timedelta):
        value = value.total_seconds()
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise refuse("a timedelta, or seconds")
    return int(value) if value == int(value) else value


def _load_seconds(wire: Any) -> timedelta:
    if isinstance(wire, bool) or not isinstance(wire, int | float | str):
        raise refuse("a number of seconds")
    return timedelta(seconds=float(wire))


_DURATION = (
    r"(?a:P(?:([0-9]+)W)?(?:([0-9]+)D)?"
    r"(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?)"
)


def _dump_duration(value: Any) -> str:
    if isinstance(value, str):
        _load_duration(value)
        return value
    if not isinstance(value, timedelta) or value < timedelta(0):
        raise refuse("a timedelta, or an ISO 8601 duration")
    hours, rest = divmod(value.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    exact = f"{seconds}.{value.microseconds:06}".rstrip("0").rstrip(".")
    parts = {"H": hours, "M": minutes, "S": exact if exact != "0" else 0}
    time = "".join(f"{number}{unit}" for unit, number in parts.items() if number)
    days = f"{value.days}D" if value.days else ""
    return f"P{days}T{time}" if time else f"P{days or '0D'}"


def _load_duration(wire: Any) -> timedelta:
    match = re.fullmatch(_DURATION, wire) if isinstance(wire, str) else None
    if match is None or not any(match.groups()):
        raise refuse("an ISO 8601 duration of weeks, days, hours, minutes and seconds")
    weeks, days, hours, minutes, seconds = (float(each or 0) for each in match.groups())
    return timedelta(days=days, weeks=weeks, hours=hours, minutes=minutes, seconds=seconds)


unix_time = Serializer(_dump_unix_time, "a datetime, or seconds since 1970", load=_load_unix_time)
"""A date-time as the number of seconds since 1970-01-01T00:00:00Z."""

seconds = Serializer(_dump_seconds, "a timedelta, or seconds", load=_load_seconds)
"""A timedelta as a number of seconds."""

iso8601_duration = Serializer(
    _dump_duration, "a timedelta, or an ISO 8601 duration", load=_load_duration
)
"""A timedelta as `P1DT2H30M` (ISO 8601, as in RFC 3339 appendix A); not negative."""


def or_text(serializer: Callable[[Any], Any], pattern: str, example: str) -> Serializer:
    """A serializer that sends text of another documented form as it is.

    pattern: a regular expression for the whole text. example: for the message.

    >>> from datetime import date
    >>> date_or_offset = or_text(iso8601_date, "[+-][0-9]+days", "-30days")
    >>> date_or_offset(date(2026, 11, 24)), date_or_offset("-30days")
    ('2026-11-24', '-30days')
    """
    inner = as_serializer(serializer)
    matches = re.compile(pattern).fullmatch

    def dump(value: Any) -> Any:
        return value if isinstance(value, str) and matches(value) else inner.dump(value)

    def load(wire: Any) -> Any:
        return wire if isinstance(wire, str) and matches(wire) else inner.load(wire)

    return Serializer(dump, f"{inner.expects}, or text such as {example!r}", load=load)


date_or_offset = or_text(
    iso8601_date, "(?a:[+-][0-9]+(?:minutes?|hours?|days?|weeks?|months?|years?))", "-30days"
)
"""A date, or an offset from the current date, such as `-30days`."""

partial_date = or_text(iso8601_date, "(?a:[0-9]{4}(?:-[0-9]{2})?)", "2026-11")
"""A date, a month such as `2026-11`, or a year."""
