"""prefetch=1: the next page is asked for while the records of one are being used."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest

from restmap import (
    ApiError,
    PagingError,
    ParameterError,
    Request,
    Response,
    ResponseError,
    RestmapError,
    RetryPolicy,
)

from ..support import ROOT, json_response
from .desk import COLOURS, Desk, failed

PER_PAGE = 3
LAST_PAGE = 4
SECONDS = 10  # what no test waits for


def number_of(request: Request) -> int:
    return int(request.url.rpartition("Page=")[2]) if "Page=" in request.url else 0


def page(number: int) -> Response:
    items = [{"sid": f"T{number}{n}", "subject": ""} for n in range(PER_PAGE)]
    more = f"/v1/Tickets?Page={number + 1}" if number < LAST_PAGE else None
    return json_response({"items": items, "next": more})


def serve(request: Request) -> Response:
    return page(number_of(request))


def walk(
    desk: Desk, at_record: Callable[[str], Any] = lambda sid: None, **arguments: Any
) -> list[str]:
    """The keys of the records of a stream, in either colour; True from `at_record` leaves."""
    seen: list[str] = []

    async def walk_async() -> None:
        async for ticket in desk.tickets.stream(**arguments):
            seen.append(ticket.sid)
            await asyncio.sleep(0)  # as a consumer does that has work of its own
            if at_record(ticket.sid):
                break

    if desk.colour == "awaited":
        asyncio.run(walk_async())
        return seen
    for ticket in desk.tickets.stream(**arguments):
        seen.append(ticket.sid)
        if at_record(ticket.sid):
            break
    return seen


ALL = [f"T{number}{n}" for number in range(LAST_PAGE + 1) for n in range(PER_PAGE)]


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("prefetch", [0, 1])
def test_every_record_comes_once_and_in_order(colour: str, prefetch: int) -> None:
    desk = Desk(colour, serve)
    assert walk(desk, prefetch=prefetch) == ALL
    assert [number_of(each) for each in desk.requests] == list(range(LAST_PAGE + 1))


@pytest.mark.parametrize("colour", COLOURS)
def test_without_it_a_page_is_asked_for_when_the_last_is_used_up(colour: str) -> None:
    desk = Desk(colour, serve)
    asked: list[int] = []
    walk(desk, lambda sid: asked.append(len(desk.requests)) or sid == "T11")
    assert asked == [1, 1, 1, 2, 2]


def test_a_thread_asks_while_the_consumer_has_its_first_record() -> None:
    """The consumer holds the first record until the second page was asked for."""
    asked = threading.Event()

    def server(request: Request) -> Response:
        if number_of(request) == 1:
            asked.set()
        return serve(request)

    desk = Desk("blocking", server)
    seen = walk(desk, lambda sid: not asked.wait(SECONDS), prefetch=1)
    assert seen == ALL


def test_a_task_asks_while_the_consumer_has_its_first_record() -> None:
    async def scenario() -> list[str]:
        asked, seen = asyncio.Event(), []

        def server(request: Request) -> Response:
            if number_of(request) == 1:
                asked.set()
            return serve(request)

        desk = Desk("awaited", server)
        async for ticket in desk.tickets.stream(prefetch=1):
            await asyncio.wait_for(asked.wait(), SECONDS)
            seen.append(ticket.sid)
        return seen

    assert asyncio.run(scenario()) == ALL


@pytest.mark.parametrize("colour", COLOURS)
def test_never_more_than_one_page_ahead(colour: str) -> None:
    desk = Desk(colour, serve)

    def check(sid: str) -> None:
        assert len(desk.requests) <= int(sid[1]) + 2

    walk(desk, check, prefetch=1)


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(
    ("limit", "requests"), [(0, 0), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (15, 5), (99, 5)]
)
def test_never_more_requests_than_the_limit_needs(limit: int, requests: int, colour: str) -> None:
    desk = Desk(colour, serve)
    assert walk(desk, limit=limit, prefetch=1) == ALL[:limit]
    assert len(desk.requests) == requests


@pytest.mark.parametrize("colour", COLOURS)
def test_nothing_is_sent_before_the_first_record_is_wanted(colour: str) -> None:
    desk = Desk(colour, serve)
    desk.tickets.stream(prefetch=1)
    assert desk.requests == []


@pytest.mark.parametrize("colour", COLOURS)
def test_it_stops_when_the_consumer_does(colour: str) -> None:
    desk = Desk(colour, serve)
    assert walk(desk, lambda sid: sid == "T00", prefetch=1) == ["T00"]
    ended_threads()
    assert len(desk.requests) <= 2


def ended_threads() -> None:
    for thread in threading.enumerate():
        if thread.name.startswith("restmap-prefetch"):
            thread.join(SECONDS)
            assert not thread.is_alive()


def test_a_page_that_nobody_wants_any_more_is_not_asked_for_again() -> None:
    left, failing = threading.Event(), threading.Event()

    def server(request: Request) -> Response:
        if number_of(request) == 0:
            return serve(request)
        failing.set()
        left.wait(SECONDS)
        return failed(503)

    desk = Desk("blocking", server)
    for _ in desk.tickets.stream(prefetch=1):
        failing.wait(SECONDS)
        break
    left.set()
    ended_threads()
    assert [number_of(each) for each in desk.requests] == [0, 1]


def test_a_task_in_flight_is_cancelled_and_its_failure_is_nobody_s(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Neither a task left running, nor asyncio complaining of an exception not looked at."""
    caplog.set_level(logging.ERROR, "asyncio")

    async def scenario() -> None:
        desk = Desk("awaited", page(0), failed(404), retries=1)
        async for _ in desk.tickets.stream(prefetch=1):
            await asyncio.sleep(0.01)  # the page asked for ahead fails meanwhile
            assert len(desk.requests) == 2
            break
        await asyncio.sleep(0.01)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(scenario())
    assert caplog.messages == []


@pytest.mark.parametrize("prefetch", [0, 1])
def test_a_stream_left_open_ends_with_its_event_loop_in_silence(prefetch: int) -> None:
    desk = Desk("awaited", serve)
    said: list[Any] = []

    async def leave_open() -> Any:
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: said.append(context))
        records = aiter(desk.tickets.stream(prefetch=prefetch))
        assert (await anext(records)).sid == "T00"
        return records  # which keeps it from being closed any earlier

    records = asyncio.run(leave_open())
    assert said == []
    with pytest.raises(StopAsyncIteration):
        asyncio.run(anext(records))


@pytest.mark.parametrize("colour", COLOURS)
def test_an_error_surfaces_after_the_last_record_before_it(colour: str) -> None:
    desk = Desk(colour, page(0), page(1), failed(404))
    seen: list[str] = []
    with pytest.raises(ApiError) as caught:
        walk(desk, seen.append, prefetch=1)
    assert seen == ALL[:6]
    assert caught.value.page_url == f"{ROOT}/Tickets?Page=2"


@pytest.mark.parametrize("colour", COLOURS)
def test_a_first_page_that_fails(colour: str) -> None:
    desk = Desk(colour, failed(404))
    with pytest.raises(ApiError) as caught:
        walk(desk, prefetch=1)
    assert caught.value.page_url == f"{ROOT}/Tickets"


@pytest.mark.parametrize("prefetch", [0, 1])
@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(
    ("link", "error", "records"),
    [
        # A circle is noticed when it would be closed: all records before it were given.
        ("/v1/Tickets?Page=1", PagingError, 6),
        ("https://elsewhere.example/v1/Tickets", PagingError, 6),
        (5, RestmapError, 3),
    ],
)
def test_a_bad_link_loses_no_record(
    link: Any, error: type[RestmapError], records: int, colour: str, prefetch: int
) -> None:
    items = [{"sid": f"T1{n}", "subject": ""} for n in range(PER_PAGE)]
    desk = Desk(colour, page(0), json_response({"items": items, "next": link}))
    seen: list[str] = []
    with pytest.raises(error):
        walk(desk, seen.append, prefetch=prefetch)
    assert seen == ALL[:records]
    assert len(desk.requests) == 2


@pytest.mark.parametrize("colour", COLOURS)
def test_a_stopped_walk_goes_on_from_the_page_it_had_reached(colour: str) -> None:
    desk = Desk(colour, page(0), page(1), Response(200, body=b"{"), page(2), page(3))
    seen: list[str] = []
    with pytest.raises(ResponseError) as caught:
        walk(desk, seen.append, prefetch=1)
    assert caught.value.page_url is not None
    if colour == "blocking":
        rest = desk.tickets.get_page(caught.value.page_url)
        rest = [*rest, *rest.next_page()]
    else:

        async def resume(url: str) -> list[Any]:
            first = await desk.tickets.get_page_async(url)
            return [*first, *await first.next_page_async()]

        rest = asyncio.run(resume(caught.value.page_url))
    assert seen + [ticket.sid for ticket in rest] == ALL[:12]


@pytest.mark.parametrize("colour", COLOURS)
def test_pages_ahead_are_repeated_like_any(colour: str) -> None:
    rest = [page(number) for number in range(2, LAST_PAGE + 1)]
    responses = page(0), failed(503), failed(429, Retry_After="1"), page(1), *rest
    desk = Desk(colour, *responses, retries=RetryPolicy(random_fraction=lambda: 0.5))
    assert walk(desk, prefetch=1) == ALL
    assert desk.clock.pauses == [0.25, 1.0]


@pytest.mark.parametrize(("prefetch", "message"), [
    (2, "prefetch cannot be 2: the link to a page is in the page before it."),
    (-1, "prefetch cannot be -1: expected a whole number of at least 0."),
    (True, "prefetch cannot be True: expected a whole number of at least 0."),
])  # fmt: skip
def test_what_prefetch_may_be(prefetch: Any, message: str) -> None:
    with pytest.raises(ParameterError) as caught:
        Desk("blocking").tickets.stream(prefetch=prefetch)
    assert str(caught.value).partition("\n")[0] == message


def test_a_walk_ahead_leaves_no_thread_behind() -> None:
    desk = Desk("blocking", serve)
    walk(desk, prefetch=1)
    ended_threads()
