"""The serializers of dates, times and durations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from .serializer import Serializer, refuse


def in_utc(moment: datetime) -> datetime:
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
        moment = in_utc(value)
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
        return in_utc(value).date().isoformat()
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
    return format_datetime(in_utc(value).replace(tzinfo=UTC))


def _load_rfc2822(wire: Any) -> datetime:
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(wire)


iso8601 = Serializer(_dump_iso8601, "a datetime, or ISO 8601 text", load=_load_iso8601)
"""A date-time in UTC, to the second: `2026-11-24T10:00:00Z` (ISO 8601, as in RFC 3339 5.6)."""

iso8601_date = Serializer(_dump_iso8601_date, "a date, or ISO 8601 text", load=date.fromisoformat)
"""A date as `2026-11-24`."""

rfc2822 = Serializer(_dump_rfc2822, "a datetime, or RFC 2822 text", load=_load_rfc2822)
"""A date-time as `Tue, 24 Nov 2026 10:00:00 +0000` (RFC 2822 3.3)."""
