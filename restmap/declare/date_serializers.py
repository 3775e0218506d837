"""The serializers of dates, times and durations."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from .serializer import Serializer, as_serializer, refuse


def _in_utc(moment: datetime) -> datetime:
    """The moment in UTC; a moment without a time zone is taken to be in UTC."""
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _checked_text(value: str, parse: Callable[[str], object], expected: str) -> str:
    """Return a date written as text, unchanged; raises ValueError if it cannot be parsed."""
    try:
        parse(value)
    except ValueError:
        raise refuse(expected) from None
    return value


_TO_THE_SECOND = len("2026-11-24T10:00:00")


def _dump_iso8601(value: Any) -> str:
    if isinstance(value, datetime):
        moment = _in_utc(value)
    elif isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)
    elif isinstance(value, str):
        return _checked_text(value, datetime.fromisoformat, "a datetime, or ISO 8601 text")
    else:
        raise refuse("a datetime, or ISO 8601 text")
    # Not strftime: its %Y does not pad years below 1000 on every platform.
    return f"{moment.isoformat()[:_TO_THE_SECOND]}Z"


def _load_iso8601(wire: Any) -> datetime:
    moment = datetime.fromisoformat(wire)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _dump_iso8601_date(value: Any) -> str:
    if isinstance(value, datetime):
        return _in_utc(value).date().isoformat()
    if isinstance(value, str):
        return _checked_text(value, date.fromisoformat, "a date, or ISO 8601 text")
    if not isinstance(value, date):
        raise refuse("a date, or ISO 8601 text")
    return value.isoformat()


def _dump_rfc2822(value: Any) -> str:
    from email.utils import format_datetime, parsedate_to_datetime

    if isinstance(value, str):
        return _checked_text(value, parsedate_to_datetime, "a datetime, or RFC 2822 text")
    if not isinstance(value, datetime):
        raise refuse("a datetime, or RFC 2822 text")
    return format_datetime(_in_utc(value).replace(tzinfo=UTC))


def _load_rfc2822(wire: Any) -> datetime:
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(wire)


iso8601 = Serializer(_dump_iso8601, "a datetime, or ISO 8601 text", load=_load_iso8601)
"""A date-time in UTC, to the second: `2026-11-24T10:00:00Z` (ISO 8601, as in RFC 3339 5.6)."""

iso8601_date = Serializer(_dump_iso8601_date, "a date, or ISO 8601 text", load=date.fromisoformat)
"""A date as `2026-11-24`."""

rfc2822 = Serializer(_dump_rfc2822, "a datetime, or RFC 2822 text", load=_load_rfc2822)
"""A date-time as `Tue, 24 Nov 2026 10:00:00 +0000` (RFC 2822 3.3)."""


# -- other forms of the same ----------------------------------------------------------------


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _dump_unix_time(value: Any) -> int:
    if isinstance(value, datetime):
        return (_in_utc(value).replace(tzinfo=UTC) - _EPOCH) // timedelta(seconds=1)
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
