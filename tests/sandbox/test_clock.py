"""The clock of a sandbox: what is written, and what is limited, by a time that tests move."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from restmap import (
    BearerAuth,
    Client,
    ConfigurationError,
    Params,
    RateLimitError,
    Resource,
    collection,
)
from restmap.sandbox import Clock, Sandbox

NEW_YEAR = datetime(2027, 1, 1, tzinfo=UTC)


class Ticket(Resource, uri="/tickets/{id}", body="json"):
    id: int
    subject: str
    created_at: datetime
    updated_at: datetime

    class Create(Params):
        subject: str

    class Fetch(Params): ...

    class Update(Params):
        subject: str


class Desk(Client, host="api.desk.example"):
    tickets = collection(Ticket)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(Desk, start=datetime(2027, 1, 1))
    yield sandbox
    sandbox.stop()


@pytest.fixture
def desk(sandbox: Sandbox) -> Iterator[Desk]:
    with Desk(auth=BearerAuth(sandbox.token), transport=sandbox, retries=1) as desk:
        yield desk


def test_records_have_the_dates_of_the_clock(sandbox: Sandbox, desk: Desk) -> None:
    ticket = desk.tickets.create(subject="Fire")
    sandbox.clock.advance(90)
    changed = ticket.update(subject="Smoke")
    assert (ticket.created_at, changed.updated_at) == (NEW_YEAR, NEW_YEAR + timedelta(seconds=90))
    sandbox.clock.advance(timedelta(days=1))
    assert desk.tickets.create(subject="Water").created_at == datetime(
        2027, 1, 2, 0, 1, 30, tzinfo=UTC
    )


def test_a_limit_ends_when_the_clock_is_moved(sandbox: Sandbox, desk: Desk) -> None:
    sandbox.limit(1, per=60)
    desk.tickets.create(subject="Fire")
    with pytest.raises(RateLimitError) as caught:
        desk.tickets.create(subject="Water")
    assert caught.value.headers["Retry-After"] == "60"
    sandbox.clock.advance(60)
    assert desk.tickets.create(subject="Water").subject == "Water"


def test_a_reset_sets_the_clock_back(sandbox: Sandbox) -> None:
    sandbox.clock.advance(5)
    sandbox.clock.freeze(datetime(2030, 1, 1))
    sandbox.reset()
    assert sandbox.clock.now() == NEW_YEAR


def test_it_runs_unless_it_is_told_to_stand_still() -> None:
    clock = Clock()
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    clock.advance(3600)
    assert before + timedelta(hours=1) <= clock.now() <= datetime.now(UTC) + timedelta(hours=1)
    clock.freeze()
    assert clock.now() == clock.now() >= before + timedelta(hours=1)
    clock.advance(1)
    clock.freeze(datetime(2027, 1, 1, 2, tzinfo=UTC))
    assert clock.now() == NEW_YEAR + timedelta(hours=2)
    assert repr(clock) == "<Clock: 2027-01-01T02:00:00Z, frozen>"
    clock.reset()
    assert repr(clock) == f"<Clock: {clock.now():%Y-%m-%dT%H:%M:%SZ}>"


@pytest.mark.parametrize(
    ("by", "message"),
    [
        (-1, "by cannot be -1.\n  The clock only goes forward. "
         "Write seconds or a timedelta, such as 30 or timedelta(days=1).\n  in Clock.advance"),
        (timedelta(days=-1), "by cannot be of type timedelta.\n  The clock only goes forward. "
         "Write seconds or a timedelta, such as 30 or timedelta(days=1).\n  in Clock.advance"),
        ("tomorrow", "by cannot be of type str.\n"
         "  Write seconds or a timedelta, such as 30 or timedelta(days=1).\n  in Clock.advance"),
        (float("nan"), "by cannot be nan.\n"
         "  Write seconds or a timedelta, such as 30 or timedelta(days=1).\n  in Clock.advance"),
        (1e12, "by cannot be 1000000000000.0.\n"
         "  Write seconds or a timedelta, such as 30 or timedelta(days=1).\n  in Clock.advance"),
    ],
)  # fmt: skip
def test_a_time_that_cannot_be(by: Any, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Clock(NEW_YEAR).advance(by)
    assert str(caught.value) == message


def test_a_start_that_is_no_datetime() -> None:
    given: Any = "2027-01-01"
    with pytest.raises(ConfigurationError) as caught:
        Sandbox(Desk, start=given)
    assert str(caught.value) == (
        "the clock cannot be set to '2027-01-01', which is not a datetime.\n"
        "  Write one, such as datetime(2026, 12, 24, 9)."
    )
