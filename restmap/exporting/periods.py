"""Periods of time, into which a range of work is split."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

import attrs

from ..errors import ConfigurationError, configuration_error


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@attrs.frozen(order=False)
class Period:
    """A period of time, from `begin` until before `end`; without a time zone they are in UTC.

    >>> hour = Period(datetime(2026, 10, 1, 6), datetime(2026, 10, 1, 7))
    >>> str(hour), str(hour.last)
    ('2026-10-01T06:00:00+00:00 to 2026-10-01T07:00:00+00:00', '2026-10-01 06:59:59+00:00')

    Raises ConfigurationError where the end is not after the beginning.
    """

    begin: datetime = attrs.field(converter=_in_utc)
    end: datetime = attrs.field(converter=_in_utc)

    def __attrs_post_init__(self) -> None:
        if self.end <= self.begin:
            raise configuration_error(
                f"the period from {self.begin.isoformat()} to {self.end.isoformat()} has no time.",
                "Give an end that is after the beginning.",
                "Period",
            )

    @property
    def last(self) -> datetime:
        """Its last second, for filters that include the time that they are given."""
        return self.end - timedelta(seconds=1)

    @property
    def date(self) -> date:
        """The day on which it begins."""
        return self.begin.date()

    def __str__(self) -> str:
        """The date of a whole day, else both times; an export knows its part by this name."""
        if _midnight(self.date, self.begin.tzinfo) == self.begin:
            following = _midnight(self.date + timedelta(days=1), self.begin.tzinfo)
            if following == self.end:
                return self.date.isoformat()
        return f"{self.begin.isoformat()} to {self.end.isoformat()}"


def days(first: date, after: date, *, tz: tzinfo = UTC) -> list[Period]:
    """The days of a range, to split work by, as `range()` does with numbers.

    >>> [str(day) for day in days(date(2026, 10, 1), date(2026, 10, 4))]
    ['2026-10-01', '2026-10-02', '2026-10-03']

    first: the first day. after: the day after the last one. tz: the time zone in which days begin,
    such as a `zoneinfo.ZoneInfo`.
    Raises ConfigurationError for a range without a day.
    """
    for name, each in (("first", first), ("after", after)):
        if isinstance(each, datetime):
            raise configuration_error(
                f"{name}= of days() is a date, and {each.isoformat()} is a date-time.",
                "Write its .date(), or give periods of any length: Period(begin, end).",
                "days",
            )
    if after <= first:
        raise configuration_error(
            f"there is no day from {first} until before {after}.",
            "Give an `after` that is later than `first`.",
            "days",
        )
    count = (after - first).days
    midnights = [_midnight(first + timedelta(days=each), tz) for each in range(count + 1)]
    return [Period(begin, end) for begin, end in pairwise(midnights)]


def _midnight(day: date, tz: tzinfo | None) -> datetime:
    return datetime.combine(day, time(), tz)


def find_overlap(periods: Sequence[Period]) -> tuple[Period, Period] | None:
    """Two periods that have time in common; None where there are none."""
    ordered = sorted(periods, key=lambda each: each.begin)
    return next(((one, other) for one, other in pairwise(ordered) if other.begin < one.end), None)


def overlap_error(one: Period, other: Period) -> ConfigurationError:
    """The error for periods whose records would be exported twice."""
    return configuration_error(
        f"the periods {one} and {other} overlap, so that records would be exported twice.",
        "Let each period begin where the one before ends.",
        "partition",
    )
