"""Fault × verb × colour: what the caller sees, and how many requests arrived.

Nothing is duplicated: what may have reached the server is not sent again but where that does no
harm. Nothing is lost: a stream yields every record once and in order, or raises with the page
to go on from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any

import pytest

from restmap import (
    ApiError,
    ConnectionSettings,
    ObservedCall,
    Observer,
    RateLimitError,
    ResponseError,
    RestmapError,
    RetryPolicy,
    ServerError,
    Timeout,
    TransportError,
)

from . import server as faults
from .server import MEBIBYTE, Behaviour, Close, FaultServer, Send, _message, busy, responds_with
from .things import (
    CALLS,
    COLOURS,
    PER_PAGE,
    Walk,
    good_response,
    is_good,
    page_asked_for,
    page_body,
    perform,
)

BROKEN = [
    faults.RESETS_BEFORE_READING,
    faults.RESETS_AFTER_READING,
    faults.RESETS_IN_BODY,
    faults.CLOSES_WITHOUT_RESPONSE,
    faults.GARBAGE_STATUS_LINE,
    faults.HTTP_0_9,
    faults.TRUNCATED,
    faults.INVALID_CHUNKS,
    faults.TRUNCATED_IN_CHUNK,
    faults.TRUNCATED_BETWEEN_CHUNKS,
    faults.TRUNCATED_GZIP,
]
"""No response, or no whole one: the request may have done its work."""

LATE = [
    faults.stalls("before response", 20),
    faults.stalls("in headers", 20),
    faults.stalls("in body", 20),
]
SOON = Timeout(connect=10, read=0.25, total=30)

NOT_DECODABLE = [faults.INVALID_GZIP, faults.bomb(8, "gzip")]
TOO_SHORT = responds_with("length too short", b'{"ok": true}', {"Content-Length": "7"})
NOT_JSON = [
    faults.EMPTY,
    faults.HTML,
    faults.INVALID_JSON,
    faults.INVALID_UTF8,
    faults.deeply_nested_json(),
    faults.long_number(),
]
"""A response that cannot be read; the request did its work."""

HEADERS = [faults.large_header(), faults.many_headers()]

SMALL = ConnectionSettings(max_body_bytes=MEBIBYTE)

SHORT = ("0", "1", "-1", "0.5", "nan", "inf", "soon", "", "Thu, 01 Jan 1970 00:00:00 GMT")
BUSY = [faults.responds(429), *(busy(429, each) for each in SHORT)]
LONG = ("31536000", "1" * 400, "Fri, 31 Dec 9999 23:59:59 GMT")
NOT_WAITED_FOR = [busy(429, each) for each in LONG]

IDEMPOTENT = ("fetch", "list", "delete")


def once(
    colour: str, verb: str, *behaviours: Behaviour, **settings: Any
) -> tuple[Any, Sequence[faults.Request]]:
    """What comes of a call that meets these in turn and then what is good; what arrived."""
    settings = {"connection": SMALL, **settings}
    with FaultServer(behaviours, default=good_response(verb)) as server:
        (result,) = perform(colour, server.url, verb, **settings)
    assert all("s3cret" not in text for text in (repr(result), str(result)))
    return result, server.requests


def assert_caused(error: RestmapError) -> None:
    """What went wrong below is told of, and is not what the caller has to catch."""
    assert error.__cause__ is None or not isinstance(error.__cause__, RestmapError)
    assert isinstance(error.__cause__, Exception) or error.__context__ is None


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", IDEMPOTENT)
@pytest.mark.parametrize("fault", [*BROKEN, *LATE])
def test_what_breaks_off_is_asked_for_again(fault: Behaviour, verb: str, colour: str) -> None:
    result, arrived = once(colour, verb, fault, **({"timeout": SOON} if fault in LATE else {}))
    assert is_good(verb, result)
    assert len(arrived) == 1 + fault.reads_request


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("fault", [*BROKEN, *LATE])
def test_but_not_what_may_have_been_accepted(fault: Behaviour, colour: str) -> None:
    error, arrived = once(colour, "create", fault, **({"timeout": SOON} if fault in LATE else {}))
    assert type(error) is TransportError
    assert (error.maybe_sent, error.attempts, error.method) == (True, 1, "POST")
    assert str(error).startswith("the request failed: ")
    assert_caused(error)
    assert len(arrived) == fault.reads_request


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("fault", BROKEN)
def test_unless_the_caller_says_that_it_does_no_harm(fault: Behaviour, colour: str) -> None:
    result, arrived = once(colour, "create", fault, retries=RetryPolicy(repeat_unsafe=True))
    assert is_good("create", result)
    assert len(arrived) == 1 + fault.reads_request
    assert len({request.body for request in arrived}) == 1


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", IDEMPOTENT)
@pytest.mark.parametrize("fault", BROKEN)
def test_what_breaks_off_again_and_again(fault: Behaviour, verb: str, colour: str) -> None:
    error, arrived = once(colour, verb, *[fault] * 4)
    assert type(error) is TransportError
    assert (error.maybe_sent, error.attempts) == (True, 4)
    assert str(error).endswith("\n  after 4 attempts")
    assert_caused(error)
    assert len(arrived) == 4 * fault.reads_request


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
def test_a_refused_connection(verb: str, colour: str) -> None:
    with faults.refused_url() as url:
        (error,) = perform(colour, url, verb)
    assert type(error) is TransportError
    assert (error.maybe_sent, error.attempts) == (False, 4)
    assert str(error).startswith("the request failed: the connection was refused.\n")
    assert_caused(error)


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
@pytest.mark.parametrize("fault", [*NOT_DECODABLE, *NOT_JSON])
def test_a_response_that_cannot_be_read(fault: Behaviour, verb: str, colour: str) -> None:
    result, arrived = once(colour, verb, fault)
    if verb == "delete" and fault in NOT_JSON:
        assert result is True  # nothing is to be read
    elif verb == "create" and fault is faults.EMPTY:
        assert repr(result) == "<Thing (not fetched)>"  # it was accepted
    else:
        assert type(result) is ResponseError
        assert (result.status, result.attempts) == (200, 1)
        assert_caused(result)
    assert len(arrived) == 1


@pytest.mark.parametrize("colour", COLOURS)
def test_a_response_that_is_longer_than_it_says(colour: str) -> None:
    """urllib3 leaves the rest alone; aiohttp takes it for the end of HTTP."""
    error, arrived = once(colour, "create", TOO_SHORT)
    assert type(error) is (ResponseError if colour == "blocking" else TransportError)
    assert len(arrived) == 1


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
@pytest.mark.parametrize("fault", HEADERS)
def test_headers_that_are_too_large(fault: Behaviour, verb: str, colour: str) -> None:
    """aiohttp does not say that this is what is wrong, so it may be repeated."""
    error, arrived = once(colour, verb, *[fault] * 4)
    attempts = 4 if colour == "awaited" and verb in IDEMPOTENT else 1
    assert type(error) is TransportError
    assert (error.maybe_sent, error.attempts) == (True, attempts)
    assert len(arrived) == attempts


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
@pytest.mark.parametrize("fault", BUSY)
def test_too_many_requests(fault: Behaviour, verb: str, colour: str) -> None:
    result, arrived = once(colour, verb, fault)
    assert is_good(verb, result)
    assert len(arrived) == 2


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
@pytest.mark.parametrize("fault", NOT_WAITED_FOR)
def test_too_many_requests_for_long(fault: Behaviour, verb: str, colour: str) -> None:
    error, arrived = once(colour, verb, fault)
    assert type(error) is RateLimitError
    assert error.retry_after > 8
    assert len(arrived) == 1


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
def test_a_storm_of_503(verb: str, colour: str) -> None:
    error, arrived = once(colour, verb, *[busy(503, "0")] * 10)
    attempts = 4 if verb in IDEMPOTENT else 1
    assert type(error) is ServerError
    assert (error.status, error.attempts, error.retry_after) == (503, attempts, 0.0)
    assert len(arrived) == attempts


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
@pytest.mark.parametrize("status", [400, 404, 409, 422, 500, 501])
def test_a_refusal(status: int, verb: str, colour: str) -> None:
    error, arrived = once(colour, verb, faults.responds(status, {"message": "No"}))
    assert isinstance(error, ApiError)
    assert (error.status, error.message, error.attempts) == (status, "No", 1)
    assert len(arrived) == 1


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
def test_a_redirect_loop(verb: str, colour: str) -> None:
    error, arrived = once(colour, verb, *[faults.redirect("/v1/Things")] * 10)
    assert type(error) is ResponseError
    assert error.status == 302
    assert len(arrived) == (6 if verb in ("fetch", "list") else 1)


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
def test_a_redirect_to_another_origin(verb: str, colour: str) -> None:
    with FaultServer(default=good_response(verb)) as elsewhere:
        error, arrived = once(colour, verb, faults.redirect(elsewhere.url + "/v1/Things", 307))
    assert len(arrived) == 1
    assert (arrived[0].header("Authorization"), arrived[0].header("X-Tenant")) != (None, None)
    if verb in ("fetch", "list"):
        assert is_good(verb, error)
        (request,) = elsewhere.requests
        assert (request.header("Authorization"), request.header("X-Tenant")) == (None, None)
    else:
        assert type(error) is ResponseError
        assert elsewhere.requests == []


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
def test_a_204_with_a_body(verb: str, colour: str) -> None:
    with FaultServer([faults.NO_CONTENT_WITH_BODY], default=good_response("fetch")) as server:
        first, second = perform(colour, server.url, verb, "fetch")
    if verb == "list":
        assert type(first) is ResponseError  # a page of nothing is no page
    elif verb == "create" and colour == "awaited":
        assert type(first) is TransportError  # for aiohttp it is not HTTP
    else:
        assert not isinstance(first, RestmapError)
    assert is_good("fetch", second)  # the body has not become the next response


# -- connections that die, and bytes nobody asked for ---------------------------------------


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
def test_a_kept_connection_that_is_reset_when_it_is_used_again(verb: str, colour: str) -> None:
    with FaultServer([faults.RESETS_NEXT_REQUEST], default=good_response(verb)) as server:
        first, second = perform(colour, server.url, "fetch", verb)
    assert is_good("fetch", first)
    if verb in IDEMPOTENT:
        assert is_good(verb, second)
        assert len(server.requests) == 2
    else:
        assert type(second) is TransportError
        assert (second.maybe_sent, second.attempts) == (True, 1)
        assert len(server.requests) == 1


def odd(send: Callable[[bytes], Sequence[faults.Step]]) -> Callable[[bytes], Behaviour]:
    return lambda body: Behaviour("odd", tuple(send(body)))


STRAY = _message(b'{"ok": false, "number": 99, "items": [{"number": 99}], "next": null}')
ODD: dict[str, Callable[[bytes], Behaviour]] = {
    "stray bytes": odd(lambda body: [Send(_message(body) + STRAY)]),
    "close after response": odd(lambda body: [Send(_message(body)), Close()]),
    "gzip": lambda body: faults._responds_in(["gzip"], "gzip", faults._encode([body], ["gzip"])),
    "byte order mark": lambda body: responds_with("bom", b"\xef\xbb\xbf" + body),
}
"""Responses that are good, in odd ways."""


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("kind", [kind for kind in ODD if kind != "byte order mark"])
def test_an_odd_response_is_one_and_does_not_become_the_next(kind: str, colour: str) -> None:
    behaviours = [ODD[kind](b'{"ok": true}')] * 3
    with FaultServer(behaviours, default=good_response("fetch")) as server:
        results = perform(colour, server.url, "fetch", "fetch", "fetch", "fetch")
    assert all(is_good("fetch", result) for result in results)


# -- in the middle of a stream --------------------------------------------------------------

LAST = 3
ALL = list(range((LAST + 1) * PER_PAGE))
PAGES = [responds_with(f"page {number}", page_body(number, LAST)) for number in range(LAST + 1)]


def walk(colour: str, prefetch: int, *fault: Behaviour, **settings: Any) -> tuple[Walk, list[int]]:
    """A walk that meets a fault where it asks for the page 2; the pages that were asked for."""
    settings = {"connection": SMALL, **settings}
    with FaultServer([*PAGES[:2], *fault, *PAGES[2:]]) as server:
        walked = Walk(colour, server.url, prefetch, **settings)
    return walked, [page_asked_for(request.target) for request in server.requests]


@pytest.mark.parametrize("prefetch", [0, 1])
@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("fault", [*BROKEN, *LATE, *BUSY, busy(503, "0")])
def test_a_stream_asks_again(fault: Behaviour, colour: str, prefetch: int) -> None:
    settings = {"timeout": SOON} if fault in LATE else {}
    walked, asked = walk(colour, prefetch, fault, **settings)
    assert (walked.seen, walked.errors) == (ALL, [])
    assert asked == [0, 1, *[2] * (1 + fault.reads_request), 3]


FATAL = [
    *([fault] for fault in (*NOT_DECODABLE, *NOT_JSON, *NOT_WAITED_FOR)),
    *([fault] * 4 for fault in (*BROKEN, busy(429, "0"), busy(503, "0"))),
    [faults.responds(500)],
    [faults.responds(404)],
    [faults.redirect("https:///")],
    [faults.redirect("/v1/Numbered?Page=2")] * 6,
]


@pytest.mark.parametrize("prefetch", [0, 1])
@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("fault", FATAL, ids=lambda fault: f"{len(fault)} x {fault[0].name[:40]}")
def test_a_stream_stops_and_goes_on(fault: list[Behaviour], colour: str, prefetch: int) -> None:
    walked, asked = walk(colour, prefetch, *fault)
    (error,) = walked.errors
    assert error.page_url is not None
    assert error.page_url.endswith("/v1/Numbered?Page=2")
    assert walked.seen == ALL
    assert asked == [0, 1, *[2] * (1 + len(fault) * fault[0].reads_request), 3]


@pytest.mark.parametrize("prefetch", [0, 1])
@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("kind", ODD)
def test_a_stream_of_odd_responses(kind: str, colour: str, prefetch: int) -> None:
    with FaultServer([ODD[kind](page_body(number, LAST)) for number in range(LAST + 1)]) as server:
        walked = Walk(colour, server.url, prefetch)
    assert (walked.seen, walked.errors) == (ALL, [])
    assert [page_asked_for(request.target) for request in server.requests] == [0, 1, 2, 3]


@pytest.mark.parametrize("prefetch", [0, 1])
@pytest.mark.parametrize("colour", COLOURS)
def test_a_stream_whose_kept_connection_is_reset(colour: str, prefetch: int) -> None:
    dies = (faults.AwaitNextRequest(), faults.Reset())
    script = [
        Behaviour("doomed", (Send(_message(page_body(number, LAST))), *dies))
        for number in range(LAST + 1)
    ]
    with FaultServer(script) as server:
        walked = Walk(colour, server.url, prefetch)
    assert (walked.seen, walked.errors) == (ALL, [])
    assert [page_asked_for(request.target) for request in server.requests] == [0, 1, 2, 3]
    assert server.connections == LAST + 1


@pytest.mark.parametrize("prefetch", [0, 1])
@pytest.mark.parametrize("colour", COLOURS)
def test_a_stream_follows_a_redirect_without_credentials(colour: str, prefetch: int) -> None:
    with FaultServer(default=PAGES[2]) as elsewhere:
        away = faults.redirect(elsewhere.url + "/v1/Two", 307)
        with FaultServer([*PAGES[:2], away, PAGES[3]]) as server:
            walked = Walk(colour, server.url, prefetch)
    (request,) = elsewhere.requests
    assert (request.header("Authorization"), request.header("X-Tenant")) == (None, None)
    assert (walked.seen, walked.errors) == (ALL, [])
    assert [page_asked_for(request.target) for request in server.requests] == [0, 1, 2, 3]


@pytest.mark.parametrize("prefetch", [0, 1])
@pytest.mark.parametrize("colour", COLOURS)
def test_a_stream_whose_server_goes_away(colour: str, prefetch: int) -> None:
    """It has what came before, and says where to go on when there is a server again."""
    with ExitStack() as running:
        server = running.enter_context(FaultServer(PAGES))

        class AfterTwo(Observer):
            def after_response(self, call: ObservedCall) -> None:
                if len(server.requests) == 2:
                    running.close()

        with pytest.raises(TransportError) as caught:
            Walk(colour, server.url, prefetch, max_errors=0, observers=[AfterTwo()])
    error = caught.value
    assert str(error).startswith("the request failed: the connection was refused.\n")
    assert (error.maybe_sent, error.attempts) == (False, 4)
    assert error.page_url == f"{server.url}/v1/Numbered?Page=2"
