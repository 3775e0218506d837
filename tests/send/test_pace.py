"""Many calls at a time: the retry budget, the pace, and bulk calls."""

from __future__ import annotations

import asyncio
import pickle
import threading
from collections import deque
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, strategies as st

import restmap
from restmap import (
    Client,
    ConfigurationError,
    HandlerTransport,
    MapError,
    NotFoundError,
    Params,
    RateLimit,
    Request,
    Resource,
    Response,
    RetryPolicy,
    ServerError,
    Timeout,
    collection,
)

from ..support import json_response
from .desk import COLOURS, AsyncHandler, Clock, Desk, failed
from .virtual_time import VirtualTime


class Ticket(Resource, uri="/tickets/{id}"):
    id: int
    subject: str

    class Create(Params):
        subject: str

    class Fetch(Params): ...


class Tickets(Client, host="api.desk.example"):
    tickets = collection(Ticket)


class LimitedServer:
    """Accepts 100 requests in any second, and refuses the others with a 429."""

    def __init__(self, time: VirtualTime, retry_after: str | None) -> None:
        self.time = time
        self.headers = {"Retry-After": retry_after} if retry_after else {}
        self.accepted: deque[float] = deque(maxlen=100)
        self.created = self.refused = 0

    def handle(self, request: Request) -> Response:
        now = self.time()
        if len(self.accepted) == 100 and now - self.accepted[0] < 1.0:
            self.refused += 1
            return Response(429, self.headers)
        self.accepted.append(now)
        self.created += 1
        return json_response({"id": self.created, "subject": "Printer"})


def create_500(server: LimitedServer, **settings: Any) -> list[Ticket]:
    """500 creates at 20 at a time."""
    transport: Any = AsyncHandler(server.handle)
    client = Tickets(transport=transport, **server.time.settings, **settings)

    async def create(number: int) -> Ticket:
        return await client.tickets.create_async(subject=f"Printer {number}")

    return server.time.run(restmap.map_async(create, range(500), at_a_time=20))


@pytest.mark.parametrize("retry_after", [None, "1"])
def test_creates_that_are_refused_by_a_rate_limit_all_succeed_in_the_end(
    retry_after: str | None,
) -> None:
    server = LimitedServer(VirtualTime(), retry_after)

    created = create_500(server, retries=RetryPolicy(attempts=10, total_seconds=60))

    assert len({each.id for each in created}) == 500
    assert server.refused > 20  # more than the retry budget


def test_with_a_pace_nothing_is_refused() -> None:
    server = LimitedServer(VirtualTime(), "1")

    created = create_500(server, retries=1, pace=RateLimit(100))

    assert (len(created), server.refused) == (500, 0)
    assert server.time() == 4.0


# -- the retry budget -----------------------------------------------------------------------


@pytest.mark.parametrize("colour", COLOURS)
def test_a_budget_of_ones_own(colour: str) -> None:
    desk = Desk(colour, lambda request: failed(503), retries=RetryPolicy(budget=2))
    errors = []
    for _ in range(3):
        with pytest.raises(ServerError) as caught:
            desk.do("fetch")
        errors.append(caught.value)

    assert len(desk.requests) == 3 + 2
    assert [each.attempts for each in errors] == [3, 1, 1]
    assert all(each.budget_used_up for each in errors)
    place = "  code 20503\n  in GET https://api.desk.example/v1/Tickets/T1\n"
    ended = "  not retried: the retry budget of the client is used up"
    assert str(errors[0]) == f"status 503: As told\n{place}  after 3 attempts\n{ended}"
    assert str(errors[1]) == f"status 503: As told\n{place}{ended}"


def test_no_limit_of_retries() -> None:
    desk = Desk("blocking", lambda request: failed(503), retries=RetryPolicy(budget=None))
    for _ in range(50):
        with pytest.raises(ServerError) as caught:
            desk.do("fetch")
        assert not caught.value.budget_used_up
    assert len(desk.requests) == 50 * 4
    assert pickle.loads(pickle.dumps(desk.client._budget)).spend()


def test_options_with_another_budget_have_one_of_their_own() -> None:
    desk = Desk("blocking", lambda request: failed(503))
    other = desk.options(retries=RetryPolicy(budget=0))
    with pytest.raises(ServerError):
        other.do("fetch")
    with pytest.raises(ServerError):
        desk.do("fetch")
    assert len(desk.requests) == 1 + 4
    assert desk.client.options(retries=2)._budget is desk.client._budget


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"budget": -1}, "budget cannot be -1.\n  Write a number, or None for no limit."),
        ({"budget": "2"}, "budget cannot be of type str.\n  Write a number, or None for no limit."),
        (
            {"budget_per_success": None},
            "budget_per_success cannot be of type NoneType.\n  Write a number such as 0.2.",
        ),
    ],
)
def test_budgets_that_cannot_be(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        RetryPolicy(**settings)
    assert str(caught.value) == f"{message}\n  in RetryPolicy"


# -- the pace -------------------------------------------------------------------------------


def test_turns_of_a_limit() -> None:
    limit = RateLimit(2, per=10)

    assert [limit.reserve(now) for now in (0, 1, 2, 3, 30, 30, 30)] == [0, 0, 8, 8, 0, 0, 10]


@given(st.integers(1, 5), st.floats(0.5, 3), st.lists(st.floats(0, 2), min_size=1, max_size=60))
def test_no_period_has_more_requests_than_the_limit(
    requests: int, per: float, gaps: list[float]
) -> None:
    limit, now, turns = RateLimit(requests, per), 0.0, []
    for gap in gaps:
        now += gap
        turns.append(now + limit.reserve(now))

    # The sums of floats differ in their last digits.
    assert all(later >= turn - 1e-9 for turn, later in pairwise(turns))
    for first, one_too_many in zip(turns, turns[requests:], strict=False):
        assert one_too_many - first >= per - 1e-6


def test_threads_share_a_limit() -> None:
    limit, waits = RateLimit(10), []

    def work() -> None:
        for _ in range(20):
            waits.append(limit.reserve(0.0))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert sorted(waits) == [float(turn // 10) for turn in range(160)]


@pytest.mark.parametrize("colour", COLOURS)
def test_every_request_of_a_client_keeps_to_the_pace(colour: str) -> None:
    ticket = json_response({"sid": "T1", "subject": "Printer"})
    moved = Response(302, {"Location": "/v1/Tickets/T1"})
    desk = Desk(colour, ticket, ticket, moved, ticket, pace=RateLimit(1, per=10))
    desk.do("fetch")
    desk.options(timeout=2).do("fetch")  # the limit is that of the client
    desk.do("fetch")

    assert desk.clock.pauses == [10, 10, 10]


@pytest.mark.parametrize("colour", COLOURS)
def test_waiting_for_a_turn_does_not_count_towards_the_deadline(colour: str) -> None:
    ticket = json_response({"sid": "T1", "subject": "Printer"})
    settings: Any = {"pace": RateLimit(1, per=600), "timeout": Timeout(total=60)}
    desk = Desk(colour, ticket, failed(429, Retry_After="2"), ticket, **settings)
    desk.do("fetch")
    desk.do("fetch")

    assert desk.clock.pauses == [600, 2, 598]
    assert [each.timeout.total for each in desk.requests] == [60, 60, 58]


def test_a_limit_can_be_pickled_and_has_its_turns_to_itself() -> None:
    limit = RateLimit(1, per=10)
    limit.reserve(0)
    twin = pickle.loads(pickle.dumps(limit))

    assert repr(twin) == repr(limit) == "RateLimit(1, per=10)"
    assert twin.reserve(0) == 0
    assert pickle.loads(pickle.dumps(Tickets(pace=limit))).pace.reserve(0) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((0,), "requests cannot be 0.\n  Write a whole number above 0."),
        ((1.5,), "requests cannot be 1.5.\n  Write a whole number above 0."),
        ((True,), "requests cannot be True.\n  Write a whole number above 0."),
        ((1, 0), "per cannot be 0.\n  Write seconds above 0."),
        ((1, float("nan")), "per cannot be nan.\n  Write seconds above 0."),
        ((1, "60"), "per cannot be of type str.\n  Write seconds above 0."),
    ],
)
def test_limits_that_cannot_be(arguments: tuple[Any, ...], message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        RateLimit(*arguments)
    assert str(caught.value) == f"{message}\n  in RateLimit"


def test_a_pace_of_another_type() -> None:
    with pytest.raises(ConfigurationError) as caught:
        Tickets(pace=100)  # type: ignore[arg-type]
    assert str(caught.value) == (
        "pace cannot be 100.\n  Give an instance of RateLimit.\n  in Client"
    )


# -- bulk -----------------------------------------------------------------------------------


def run_map(colour: str, call: Any, items: Any, at_a_time: int) -> list[Any]:
    """restmap.map or its awaited form; the calls of the latter let others run meanwhile."""
    if colour == "blocking":
        return restmap.map(call, items, at_a_time=at_a_time)

    async def awaited(item: Any) -> Any:
        await asyncio.sleep(0)
        return call(item)

    return asyncio.run(restmap.map_async(awaited, items, at_a_time=at_a_time))


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("at_a_time", [1, 3, 50])
def test_results_are_in_the_order_of_the_items(at_a_time: int, colour: str) -> None:
    assert run_map(colour, lambda item: item * 2, range(20), at_a_time) == list(range(0, 40, 2))
    assert run_map(colour, lambda item: item, iter("abc"), at_a_time) == ["a", "b", "c"]
    assert run_map(colour, lambda item: item, [], at_a_time) == []
    assert run_map(colour, lambda item: None, [1, 2], at_a_time) == [None, None]


@pytest.mark.parametrize("colour", COLOURS)
def test_failures_have_their_items(colour: str) -> None:
    def call(number: int) -> int:
        if number % 2:
            raise NotFoundError(f"no ticket {number}")
        return number * 10

    with pytest.raises(MapError) as caught:
        run_map(colour, call, range(5), 2)

    error = caught.value
    assert [(item, str(each)) for item, each in error.failures] == [
        (1, "status 404: no ticket 1"),
        (3, "status 404: no ticket 3"),
    ]
    assert error.results == [(0, 0), (2, 20), (4, 40)]
    assert str(error) == (
        "2 of 5 calls failed, the first with: status 404: no ticket 1\n"
        "  error.failures has their items and errors, error.results the others' results."
    )
    assert str(pickle.loads(pickle.dumps(error)).failures[1][1]) == "status 404: no ticket 3"


@pytest.mark.parametrize("colour", COLOURS)
def test_another_error_ends_it(colour: str) -> None:
    called: list[int] = []

    def call(number: int) -> None:
        called.append(number)
        if number == 3:
            raise ZeroDivisionError("a mistake of the program")

    with pytest.raises(ZeroDivisionError, match="a mistake of the program"):
        run_map(colour, call, range(1000), 1)
    assert called == [0, 1, 2, 3]


@pytest.mark.parametrize("colour", COLOURS)
def test_an_error_of_the_items_ends_it(colour: str) -> None:
    def items() -> Any:
        yield 1
        raise ZeroDivisionError("no more")

    with pytest.raises(ZeroDivisionError, match="no more"):
        run_map(colour, lambda item: item, items(), 2)


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("at_a_time", [0, -1, 1.5, True])
def test_numbers_that_cannot_be(at_a_time: Any, colour: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        run_map(colour, lambda item: item, [1], at_a_time)
    assert str(caught.value) == (
        f"at_a_time= cannot be {at_a_time!r}.\n  Write a whole number above 0.\n  in map"
    )


def test_no_more_threads_than_asked_for_call_at_a_time() -> None:
    all_there, lock, under_way = threading.Barrier(4), threading.Lock(), []
    most = 0

    def call(item: int) -> int:
        nonlocal most
        with lock:
            under_way.append(item)
            most = max(most, len(under_way))
        all_there.wait(20)
        with lock:
            under_way.remove(item)
        return item

    assert restmap.map(call, range(40), at_a_time=4) == list(range(40))
    assert most == 4


def test_an_awaited_map_that_is_cancelled_cancels_its_calls() -> None:
    ended: list[int] = []

    async def call(item: int) -> None:
        try:
            await asyncio.sleep(600)
        finally:
            ended.append(item)

    async def program() -> None:
        async with asyncio.timeout(0.01):
            await restmap.map_async(call, range(10), at_a_time=3)

    with pytest.raises(TimeoutError):
        asyncio.run(program())
    assert sorted(ended) == [0, 1, 2]


# -- idempotency keys -----------------------------------------------------------------------


class Payments(Client, host="api.pay.example", idempotency_header="Idempotency-Key"):
    tickets = collection(Ticket)


TICKET = json_response({"id": 1, "subject": "Printer"})


class Paying:
    """Creates in one colour, and the keys that were sent."""

    def __init__(self, colour: str, *responses: Response, **settings: Any) -> None:
        self.colour = colour
        remaining = iter(responses)
        make: Any = HandlerTransport if colour == "blocking" else AsyncHandler
        self.transport: Any = make(lambda request: next(remaining))
        clock = Clock()
        self.client = Payments(transport=self.transport, **{**clock.settings, **settings})

    def create(self, client: Payments | None = None) -> Ticket:
        tickets = (client or self.client).tickets
        if self.colour == "blocking":
            return tickets.create(subject="Printer")

        async def create() -> Ticket:
            return await tickets.create_async(subject="Printer")

        return asyncio.run(create())

    @property
    def keys(self) -> list[str | None]:
        return [each.headers.get("Idempotency-Key") for each in self.transport.requests]


@pytest.mark.parametrize("colour", COLOURS)
def test_a_key_for_each_call_and_the_same_for_each_attempt(colour: str) -> None:
    paying = Paying(colour, failed(503), TICKET, TICKET)
    paying.create()
    paying.create()

    first, second, other = paying.keys
    assert first == second != other
    assert len(str(first)) == len(str(other)) == 36


@pytest.mark.parametrize("colour", COLOURS)
def test_a_key_of_the_callers(colour: str) -> None:
    paying = Paying(colour, failed(502), TICKET, TICKET)
    paying.create(paying.client.options(idempotency_key="order-42"))
    paying.create(paying.client.options(headers={"idempotency-key": "order-43"}))

    assert paying.keys[:2] == ["order-42", "order-42"]
    assert paying.transport.requests[2].headers["idempotency-key"] == "order-43"
    assert "Idempotency-Key" not in paying.transport.requests[2].headers


def test_a_key_among_the_headers_allows_retries_as_well() -> None:
    paying = Paying("blocking", failed(503), TICKET)

    paying.client.request("PATCH", "/a", headers={"Idempotency-Key": "order-44"})

    assert paying.keys == ["order-44", "order-44"]


def test_what_is_idempotent_needs_no_key() -> None:
    paying = Paying("blocking", TICKET, TICKET, TICKET)
    options = paying.client.options(idempotency_key="order-42")
    options.tickets(1).fetch()
    paying.client.request("PUT", "/a")
    paying.client.request("DELETE", "/a")

    assert paying.keys == [None, None, None]


def test_an_api_without_keys() -> None:
    with pytest.raises(ConfigurationError) as caught:
        Tickets().options(idempotency_key="order-42")
    assert str(caught.value) == (
        "Tickets has no header for idempotency keys.\n"
        "  Name it: class Tickets(Client, idempotency_header='Idempotency-Key')."
    )


@pytest.mark.parametrize("key", ["", "a\r\nX-Admin: 1", "ü"])
def test_a_key_that_cannot_be_sent(key: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Payments().options(idempotency_key=key)
    assert str(caught.value) == (
        f"the idempotency key {key!r} cannot be sent.\n"
        "  Give one line of ASCII text.\n"
        "  in Payments"
    )
