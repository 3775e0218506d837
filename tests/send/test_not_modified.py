"""A response with status 304 to a conditional request."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from restmap import (
    UNSET,
    Client,
    HandlerTransport,
    NotModified,
    Observer,
    Params,
    Resource,
    Response,
    ResponseError,
    RestmapError,
    action,
    collection,
    param,
)

from ..support import json_response
from .desk import COLOURS, AsyncHandler, Clock, failed


class Ticket(Resource, uri="/tickets/{id}"):
    id: int

    class Fetch(Params):
        if_none_match: str = param(location="header", default=UNSET)

    class Audit(Params, method="GET", uri="/audit", redirects=False):
        if_modified_since: str = param(location="header", default=UNSET)

    class Close(Params, uri="/close"):
        if_none_match: str = param(location="header", default=UNSET)

    audit = action(Audit)
    audit_async = audit.awaited()
    close = action(Close)
    close_async = close.awaited()


class Desk(Client, host="api.desk.example"):
    tickets = collection(Ticket)


class Ends(Observer):
    def __init__(self) -> None:
        self.errors: list[RestmapError] = []
        self.ended = 0

    def on_error(self, call: object, error: RestmapError) -> None:
        self.errors.append(error)

    def on_end(self, call: object) -> None:
        self.ended += 1


# A call by the suffix of the verb's name, which is "" or "_async".
CALLS: dict[str, Callable[[Desk, str], Any]] = {
    "fetch": lambda desk, twin: getattr(desk.tickets(7), f"fetch{twin}")(if_none_match='"a"'),
    "request": lambda desk, twin: getattr(desk, f"request{twin}")(
        "GET", "/tickets/7", headers={"if-none-match": '"a"'}
    ),
    "audit": lambda desk, twin: getattr(desk.tickets(7), f"audit{twin}")(
        if_modified_since="Sat, 28 Nov 2026 10:00:00 GMT"
    ),
    "close": lambda desk, twin: getattr(desk.tickets(7), f"close{twin}")(if_none_match='"a"'),
}


def perform(colour: str, desk: Desk, call: Callable[[Desk, str], Any]) -> Any:
    if colour == "blocking":
        return call(desk, "")

    async def run() -> Any:
        return await call(desk, "_async")

    return asyncio.run(run())


def raised(colour: str, verb: str, *responses: Response) -> tuple[NotModified, Ends]:
    """The outcome of a call, and what an observer was told."""
    remaining, ends, clock = iter(responses), Ends(), Clock()
    make = HandlerTransport if colour == "blocking" else AsyncHandler
    transport = make(lambda request: next(remaining))
    client = Desk(transport=transport, observers=[ends], **clock.settings)

    with pytest.raises(NotModified) as caught:
        perform(colour, client, CALLS[verb])
    return caught.value, ends


UNCHANGED = Response(304, {"ETag": '"a"'})


@pytest.mark.parametrize("colour", COLOURS)
def test_it_is_an_outcome_of_its_own(colour: str) -> None:
    outcome, ends = raised(colour, "fetch", UNCHANGED)

    assert str(outcome) == (
        "status 304: the record was not modified, so the response has none.\n"
        "  Use the record that you have, or leave the condition out of the request.\n"
        "  in GET https://api.desk.example/tickets/7"
    )
    assert (outcome.method, outcome.url) == ("GET", "https://api.desk.example/tickets/7")
    assert outcome.headers["ETag"] == '"a"'
    assert (ends.errors, ends.ended) == ([], 1)
    assert str(pickle.loads(pickle.dumps(outcome))) == str(outcome)


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", ["request", "audit", "close"])
def test_whatever_sent_the_request(verb: str, colour: str) -> None:
    outcome, ends = raised(colour, verb, UNCHANGED)

    assert (outcome.attempts, ends.errors, ends.ended) == (1, [], 1)


@pytest.mark.parametrize("colour", COLOURS)
def test_after_a_retry_and_after_a_redirect(colour: str) -> None:
    moved = Response(302, {"Location": "/tickets/8"})

    outcome, _ = raised(colour, "fetch", failed(503), moved, UNCHANGED)

    assert (outcome.attempts, outcome.url) == (2, "https://api.desk.example/tickets/8")


@pytest.mark.parametrize("colour", COLOURS)
def test_without_a_condition_it_is_no_response_to_the_request(colour: str) -> None:
    make = HandlerTransport if colour == "blocking" else AsyncHandler
    client = Desk(transport=make(lambda request: UNCHANGED))

    with pytest.raises(ResponseError) as caught:
        perform(colour, client, lambda desk, twin: getattr(desk.tickets(7), f"fetch{twin}")())
    assert (caught.value.status, caught.value.attempts) == (304, 1)
    assert str(caught.value) == (
        "the response has status code 304 and no record, and the request had no condition.\n"
        "  Check base_url, and a cache between here and the API.\n"
        "  in GET https://api.desk.example/tickets/7"
    )


def test_a_fetch_that_was_modified() -> None:
    transport = HandlerTransport(lambda request: json_response({"id": 7}, ETag='"b"'))
    ticket = Desk(transport=transport).tickets(7).fetch(if_none_match='"a"')

    assert transport.requests[0].headers["If-None-Match"] == '"a"'
    assert (ticket.response or UNCHANGED).headers["ETag"] == '"b"'
