"""The awaited colour: the same results and the same requests as the blocking one."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import pytest

from restmap import (
    ApiError,
    HandlerTransport,
    Page,
    Request,
    Resource,
    Response,
    RestmapError,
    RetryPolicy,
    collection,
)

from ..support import DeskClient, json_response
from .desk import CALLS, COLOURS, GOOD, TICKET, AsyncHandler, Desk, Ticket, broken, failed

PAGES = {
    "/v1/Tickets": json_response(
        {"items": [{"sid": "T1", "subject": "a"}], "next": "/v1/Tickets?Page=1"}
    ),
    "/v1/Tickets?Page=1": json_response({"items": [], "next": "/v1/Tickets?Page=2"}),
    "/v1/Tickets?Page=2": json_response({"items": [{"sid": "T2", "subject": "b"}], "next": None}),
}


def pages(request: Request) -> Response:
    return PAGES[request.url.removeprefix("https://api.desk.example")]


SCENARIOS: dict[str, Any] = {
    "good": [],
    "pages": [pages],
    "repeated": [failed(503), broken(maybe_sent=False), failed(429, Retry_After="1")],
    "redirected": [Response(307, {"Location": "/v1/Elsewhere"})],
    "refused": [failed(404)],
    "no response": [broken(transient=False)],
    "html": [Response(200, {"Content-Type": "text/html"}, b"<p>Off</p>")],
    "empty": [Response(200)],
    "accepted, with nothing to show": [Response(202)],
}


def outcome(colour: str, verb: str, scenario: str) -> tuple[Any, ...]:
    """What came of a call, what was sent for it, and how long it waited."""
    responses = [*SCENARIOS[scenario], GOOD[verb]] if scenario != "pages" else SCENARIOS[scenario]
    desk = Desk(colour, *responses, retries=RetryPolicy(random_fraction=lambda: 0.5))
    try:
        result = desk.do(verb)
    except RestmapError as error:
        result = (type(error), str(error), error.attempts, error.page_url)
    if isinstance(result, Page):
        result = (result.items, result.url, result.next_page_url)
    if isinstance(result, Resource):
        result = (repr(result), result.response)
    return result, desk.requests, desk.clock.pauses


OF_PAGES = ("list", "page", "stream")
TABLE = [
    (verb, each) for verb in CALLS for each in SCENARIOS if each != "pages" or verb in OF_PAGES
]


@pytest.mark.parametrize(("verb", "scenario"), TABLE)
def test_both_colours_come_to_the_same(verb: str, scenario: str) -> None:
    assert outcome("awaited", verb, scenario) == outcome("blocking", verb, scenario)


def test_each_verb_has_its_twin() -> None:
    tickets = Desk("blocking").tickets
    for target in (tickets, tickets("T1")):
        verbs = [name for name in dir(target) if name.endswith("_async") and name[0] != "_"]
        assert verbs
        for name in verbs:
            assert hasattr(type(target), name.removesuffix("_async"))


def test_pages_are_turned_in_both_directions() -> None:
    first = json_response({"items": [], "next": "/v1/Tickets?Page=1", "previous": None})
    second = json_response({"items": [], "next": None})

    async def scenario() -> None:
        desk = Desk("awaited", first, second, first)
        page = await desk.tickets.page_async(page_size=1)
        following = await page.next_page_async()
        assert (following.url, await following.next_page_async()) == (page.next_page_url, None)
        assert await following.previous_page_async() is None
        again = await desk.tickets.get_page_async(page.url)
        assert (again.url, again.items) == (page.url, page.items)

    asyncio.run(scenario())


def test_a_collection_is_walked_without_naming_its_stream() -> None:
    async def scenario() -> list[str]:
        desk = Desk("awaited", pages)
        return [ticket.sid async for ticket in desk.tickets]

    assert asyncio.run(scenario()) == ["T1", "T2"]


def test_a_stream_can_be_walked_again() -> None:
    async def scenario() -> None:
        desk = Desk("awaited", pages)
        stream = desk.tickets.stream()
        once = [ticket.sid async for ticket in stream]
        assert once == [ticket.sid async for ticket in stream] == ["T1", "T2"]
        assert len(desk.requests) == 6

    asyncio.run(scenario())


def test_what_is_wrong_with_a_stream_s_arguments_is_said_at_once() -> None:
    with pytest.raises(RestmapError, match=r"^limit cannot be -1"):
        Desk("awaited").tickets.stream(limit=-1)


def test_one_client_serves_several_tasks_at_once() -> None:
    waiting: list[str] = []

    async def handler(request: Request) -> Response:
        waiting.append(request.url)
        while len(waiting) < 5:  # none gets a response before all are sent
            await asyncio.sleep(0)
        return json_response({"sid": request.url[-1], "subject": ""})

    async def scenario() -> list[str]:
        client = DeskClient(transport=AsyncHandler(handler))
        tickets: Any = collection(Ticket).under(client.desk.v1)
        found = await asyncio.gather(*(tickets(f"T{n}").fetch_async() for n in range(5)))
        return [ticket.sid for ticket in found]

    assert asyncio.run(asyncio.wait_for(scenario(), 10)) == list("01234")


def test_one_client_serves_several_loops_one_after_another() -> None:
    desk = Desk("awaited", TICKET, TICKET, TICKET)
    for _ in range(3):
        assert desk.do("fetch").sid == "T1"


def test_a_pause_lets_others_run() -> None:
    seen: list[str] = []

    async def sleep(seconds: float) -> None:
        seen.append("pause")
        for _ in range(3):
            await asyncio.sleep(0)
        seen.append("over")

    async def other() -> None:
        await asyncio.sleep(0)
        seen.append("other")

    async def scenario() -> None:
        desk = Desk("awaited", failed(503), TICKET, sleep_async=sleep)
        await asyncio.gather(desk.tickets("T1").fetch_async(), other())

    asyncio.run(scenario())
    assert seen == ["pause", "other", "over"]


def test_without_a_sleep_of_ones_own_asyncio_s_is_awaited() -> None:
    async def scenario() -> float:
        policy = RetryPolicy(random_fraction=lambda: 0.04)  # 20 ms
        desk = Desk("awaited", failed(503), TICKET, retries=policy, sleep_async=None)
        loop = asyncio.get_running_loop()
        began = loop.time()
        await desk.tickets("T1").fetch_async()
        assert desk.clock.pauses == []
        return loop.time() - began

    assert 0.015 < asyncio.run(scenario()) < 5


class Hanging:
    """An awaited transport that responds to some requests, and notices when it is given up."""

    def __init__(self, *responses: Response) -> None:
        self._responses = list(responses)
        self.started = asyncio.Event()
        self.cancelled = 0

    async def send(self, request: Request) -> Response:
        if self._responses:
            return self._responses.pop(0)
        self.started.set()
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        raise AssertionError("nobody waits so long")


@pytest.mark.parametrize("verb", CALLS)
def test_a_task_is_cancelled_in_flight(verb: str) -> None:
    async def scenario() -> None:
        transport = Hanging()
        tickets: Any = collection(Ticket).under(DeskClient(transport=transport).desk.v1)

        async def work() -> None:
            result = CALLS[verb](tickets, "_async")
            if verb == "stream":
                async for _ in result:
                    pass
            else:
                await result

        task = asyncio.create_task(work())
        await transport.started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert transport.cancelled == 1

    asyncio.run(asyncio.wait_for(scenario(), 10))


def test_a_task_is_cancelled_in_a_pause() -> None:
    async def scenario() -> None:
        desk = Desk("awaited", failed(503), sleep_async=lambda _: asyncio.sleep(3600))
        task = asyncio.create_task(desk.tickets("T1").fetch_async())
        while not desk.requests:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(desk.requests) == 1

    asyncio.run(asyncio.wait_for(scenario(), 10))


def test_a_timeout_of_asyncio_s_own_ends_a_call() -> None:
    async def scenario() -> None:
        transport = Hanging()
        tickets: Any = collection(Ticket).under(DeskClient(transport=transport).desk.v1)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await tickets.list_async()
        assert transport.cancelled == 1

    asyncio.run(asyncio.wait_for(scenario(), 10))


@pytest.mark.parametrize("prefetch", [0, 1])
def test_a_loop_that_is_left_early_leaves_nothing_behind(prefetch: int) -> None:
    async def scenario() -> None:
        transport = Hanging(PAGES["/v1/Tickets"])
        tickets: Any = collection(Ticket).under(DeskClient(transport=transport).desk.v1)
        before = asyncio.all_tasks()
        async for ticket in tickets.stream(prefetch=prefetch):
            assert ticket.sid == "T1"
            if prefetch:
                await transport.started.wait()
            break
        gc.collect()
        await asyncio.sleep(0.01)  # the loop closes generators that nobody holds any more
        assert transport.cancelled == prefetch
        assert asyncio.all_tasks() == before

    asyncio.run(asyncio.wait_for(scenario(), 10))


def test_an_error_in_the_consumer_s_loop_is_its_own() -> None:
    async def scenario() -> None:
        async for _ in Desk("awaited", pages).tickets:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        asyncio.run(scenario())


@pytest.mark.parametrize("colour", COLOURS)
def test_the_colours_share_client_resources_and_budget(colour: str) -> None:
    """One client has both; the transport given decides which of them sends."""
    desk = Desk(colour, *[failed(503)] * 4)
    with pytest.raises(ApiError):
        desk.do("fetch")
    assert desk.client._budget._left == 20 - 3


def test_a_transport_whose_send_is_a_coroutine_function_is_known_by_that() -> None:
    desk = Desk("awaited", TICKET)
    assert desk.client._pool.asynchronous() is desk.transport
    blocking = HandlerTransport(lambda _: TICKET)
    assert DeskClient(transport=blocking)._pool.blocking() is blocking
