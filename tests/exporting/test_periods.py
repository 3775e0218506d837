"""Periods and days: what they are, their names, and what is refused."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from restmap import ConfigurationError, Period, days


def at(day: int, hour: int = 0, **more: Any) -> datetime:
    return datetime(2026, 10, day, hour, **more)


def test_days_are_whole_and_without_gaps() -> None:
    found = days(date(2026, 2, 27), date(2026, 3, 2))

    assert [str(each) for each in found] == ["2026-02-27", "2026-02-28", "2026-03-01"]
    assert [each.date for each in found] == [date(2026, 2, each) for each in (27, 28)] + [
        date(2026, 3, 1)
    ]
    assert found[0].begin == datetime(2026, 2, 27, tzinfo=UTC)
    assert found[0].end == found[1].begin
    assert found[0].last == datetime(2026, 2, 27, 23, 59, 59, tzinfo=UTC)


def test_days_of_a_time_zone() -> None:
    found = days(date(2026, 10, 24), date(2026, 10, 27), tz=ZoneInfo("Europe/Berlin"))

    assert [str(each) for each in found] == ["2026-10-24", "2026-10-25", "2026-10-26"]
    lengths = [each.end.astimezone(UTC) - each.begin.astimezone(UTC) for each in found]
    assert lengths == [timedelta(hours=24), timedelta(hours=25), timedelta(hours=24)]


@given(
    first=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    count=st.integers(1, 400),
    offset=st.integers(-12, 14),
)
def test_any_days_join(first: date, count: int, offset: int) -> None:
    found = days(first, first + timedelta(days=count), tz=timezone(timedelta(hours=offset)))

    assert len(found) == count
    assert all(one.end == other.begin for one, other in pairwise(found))
    assert str(found[-1]) == (first + timedelta(days=count - 1)).isoformat()


@pytest.mark.parametrize(
    ("begin", "end", "name"),
    [
        (at(1), at(2), "2026-10-01"),
        (at(1), at(3), "2026-10-01T00:00:00+00:00 to 2026-10-03T00:00:00+00:00"),
        (at(1, 1), at(2, 1), "2026-10-01T01:00:00+00:00 to 2026-10-02T01:00:00+00:00"),
    ],
)
def test_names(begin: datetime, end: datetime, name: str) -> None:
    period = Period(begin, end)

    assert str(period) == name
    assert period.begin.tzinfo is UTC
    assert pickle.loads(pickle.dumps(period)) == period


@pytest.mark.parametrize("end", [at(1), at(1) - timedelta(seconds=1)])
def test_a_period_without_time_is_refused(end: datetime) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Period(at(1), end)

    assert str(caught.value) == (
        f"the period from 2026-10-01T00:00:00+00:00 to {end.isoformat()}+00:00 has no time.\n"
        "  Give an end that is after the beginning.\n  in Period"
    )


@pytest.mark.parametrize("after", [date(2026, 10, 1), date(2026, 9, 1)])
def test_a_range_without_a_day_is_refused(after: date) -> None:
    with pytest.raises(ConfigurationError) as caught:
        days(date(2026, 10, 1), after)

    assert str(caught.value) == (
        f"there is no day from 2026-10-01 until before {after}.\n"
        "  Give an `after` that is later than `first`.\n  in days"
    )


def test_a_date_time_is_no_day() -> None:
    with pytest.raises(ConfigurationError) as caught:
        days(date(2026, 10, 1), at(2, 5))

    assert str(caught.value) == (
        "after= of days() is a date, and 2026-10-02T05:00:00 is a date-time.\n"
        "  Write its .date(), or give periods of any length: Period(begin, end).\n  in days"
    )
