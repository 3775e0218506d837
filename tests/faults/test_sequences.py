"""Faults in any order, against a model: what the caller sees, and how many requests arrive.

The table of `test_calls.py` has one fault at a time. Here Hypothesis draws sequences of them, for
several calls on one client, and for a stream that goes on after each error from `page_url`. The
model knows nothing of how restmap repeats but the rules of docs/sending.md.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeAlias

import pytest
from attrs import define, frozen
from hypothesis import given, settings, strategies as st

from restmap import (
    ApiError,
    ConnectionSettings,
    ResponseError,
    RestmapError,
    RetryPolicy,
    TransportError,
)

from . import server as faults
from .server import MEBIBYTE, AwaitNextRequest, Behaviour, FaultServer, Reset, Send, _message, busy
from .things import (
    A_PAGE,
    A_THING,
    CALLS,
    COLOURS,
    PER_PAGE,
    Thing,
    Walk,
    good_response,
    is_good,
    page_asked_for,
    page_body,
    perform,
)

Meaning: TypeAlias = Literal["good", "broken", "refused", "unavailable", "unreadable", "error"]
"""What a behaviour of the server means for the call that meets it."""

ATTEMPTS = RetryPolicy().attempts
MAX_FAULTS = 18
"""A client repeats some twenty times: with fewer faults that bound is not met."""


@frozen
class Fault:
    """dooms_next: whether the connection is kept, and the next request on it is reset."""

    meaning: Meaning
    behaviour: Behaviour
    dooms_next: bool = False


FAULTS = [
    *(Fault("broken", each) for each in (
        faults.RESETS_BEFORE_READING, faults.RESETS_AFTER_READING, faults.RESETS_IN_BODY,
        faults.CLOSES_WITHOUT_RESPONSE, faults.GARBAGE_STATUS_LINE, faults.TRUNCATED,
        faults.INVALID_CHUNKS, faults.TRUNCATED_BETWEEN_CHUNKS,
    )),
    *(Fault("refused", busy(429, each)) for each in ("0", "nan", "soon")),
    Fault("unavailable", busy(503, "0")),
    Fault("unavailable", faults.responds(502)),
    *(Fault("unreadable", each) for each in (
        faults.INVALID_JSON, faults.INVALID_UTF8, faults.HTML, faults.EMPTY,
    )),
    Fault("error", busy(429, "31536000")),
    Fault("error", faults.responds(500)),
    Fault("error", faults.responds(409)),
]  # fmt: skip


def dooming(body: bytes) -> Fault:
    """A good response on a connection that dies when it is used again."""
    steps = (Send(_message(body)), AwaitNextRequest(), Reset())
    return Fault("good", Behaviour("good, and reset of the next", steps), dooms_next=True)


@define
class Server:
    """The model of what a call meets: the faults in turn, and then what is good.

    Each of these takes one fault, but for a request on a connection that is doomed.
    """

    script: Iterator[Fault]
    good: Fault
    doomed: bool = False

    def next(self) -> Fault:
        if self.doomed:
            self.doomed = False
            return Fault("broken", faults.RESETS_BEFORE_READING)  # nothing arrives
        met = next(self.script, self.good)
        self.doomed = met.dooms_next
        return met


@frozen
class Expected:
    """meaning: of what ends the call. met: all that it met, that last one included."""

    meaning: Meaning
    met: list[Fault]

    @property
    def arrived(self) -> int:
        return sum(fault.behaviour.reads_request for fault in self.met)


def expected(server: Server, *, harmless: bool) -> Expected:
    """What comes of a call. harmless: whether it may be done twice."""
    met: list[Fault] = []
    while True:
        met.append(server.next())
        meaning = met[-1].meaning
        again = meaning == "refused" or (harmless and meaning in ("broken", "unavailable"))
        if not again or len(met) == ATTEMPTS:
            return Expected(meaning, met)


def is_as_expected(verb: str, result: object, wanted: Expected) -> bool:
    attempts = getattr(result, "attempts", len(wanted.met))
    match wanted.meaning:
        case "good":
            return not isinstance(result, RestmapError) and is_good(verb, result)
        case "broken":
            fits = isinstance(result, TransportError) and result.maybe_sent
        case "unreadable" if verb == "delete":
            return result is True  # nothing is to be read
        case "unreadable" if verb == "create" and wanted.met[-1].behaviour is faults.EMPTY:
            return isinstance(result, Thing)  # it was accepted
        case "unreadable":
            fits = isinstance(result, ResponseError)
        case _:
            fits = isinstance(result, ApiError)
    return fits and attempts == len(wanted.met)


# -- calls ----------------------------------------------------------------------------------

A_BODY = {"list": json.dumps(A_PAGE).encode(), "create": json.dumps(A_THING).encode()}
CALL_FAULTS = st.lists(st.sampled_from(FAULTS) | st.just("doom"), max_size=MAX_FAULTS)
QUIET = {"connection": ConnectionSettings(max_body_bytes=MEBIBYTE)}


def script_of(drawn: Sequence[Fault | str], verb: str) -> list[Fault]:
    body = A_BODY.get(verb, A_BODY["create"])
    return [each if isinstance(each, Fault) else dooming(body) for each in drawn]


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", CALLS)
@given(drawn=CALL_FAULTS, calls=st.integers(1, 6), allowed=st.booleans())
@settings(max_examples=30)
def test_calls(verb: str, colour: str, drawn: list[Fault | str], calls: int, allowed: bool) -> None:
    script = script_of(drawn, verb)
    harmless = allowed or verb != "create"
    good = Fault("good", good_response(verb))
    model = Server(iter(script), good)
    wanted = [expected(model, harmless=harmless) for _ in range(calls)]

    behaviours = [fault.behaviour for fault in script]
    with FaultServer(behaviours, default=good.behaviour) as server:
        policy = RetryPolicy(repeat_unsafe=allowed)
        results = perform(colour, server.url, *[verb] * calls, retries=policy, **QUIET)

    pairs = zip(results, wanted, strict=True)
    assert [is_as_expected(verb, *pair) for pair in pairs] == [True] * calls, (results, wanted)
    assert len(server.requests) == sum(each.arrived for each in wanted)


@pytest.mark.parametrize("colour", COLOURS)
@given(drawn=CALL_FAULTS, calls=st.integers(1, 6))
@settings(max_examples=30)
def test_no_create_is_done_twice_and_none_is_lost(
    colour: str, drawn: list[Fault | str], calls: int
) -> None:
    """Without the model: what the server would have done, and what the caller is told of it."""
    script = script_of(drawn, "create")
    by_arrival = iter([fault for fault in script if fault.behaviour.reads_request])
    good = good_response("create")
    with FaultServer([fault.behaviour for fault in script], default=good) as server:
        results = perform(colour, server.url, *["create"] * calls, **QUIET)

    accepted: Counter[bytes] = Counter()
    for request in server.requests:
        fault = next(by_arrival, None)
        # Whatever was not refused may have been done: only those that say so are known not to be.
        refused = fault is not None and fault.behaviour.name.startswith("429")
        accepted[request.body] += not refused
    done = [accepted[f"Name=thing-{number}".encode()] for number in range(calls)]
    assert max(done) <= 1
    for times, result in zip(done, results, strict=True):
        if not isinstance(result, RestmapError):
            assert times == 1
        elif times:  # who got an error is not told that nothing happened
            assert getattr(result, "maybe_sent", True)


# -- streams --------------------------------------------------------------------------------

LAST = 3
ALL = list(range((LAST + 1) * PER_PAGE))


def plain(body: bytes) -> Fault:
    return Fault("good", faults.responds_with("plain", body))


def compressed(body: bytes) -> Fault:
    return Fault("good", faults._responds_in(["gzip"], "gzip", faults._encode([body], ["gzip"])))


def with_stray_bytes(body: bytes) -> Fault:
    stray = _message(b'{"items": [{"number": 99}], "next": null}')
    return Fault("good", Behaviour("stray bytes", (Send(_message(body) + stray),)))


Page: TypeAlias = tuple[list[Fault], Callable[[bytes], Fault]]
"""What comes before a page, and the response at last."""

PAGES = st.tuples(
    st.lists(st.sampled_from(FAULTS), max_size=6),
    st.sampled_from([plain, compressed, with_stray_bytes, dooming]),
)
STREAMS = st.lists(PAGES, min_size=LAST + 1, max_size=LAST + 1).filter(
    lambda pages: sum(len(before) for before, _ in pages) <= MAX_FAULTS - LAST
)


@pytest.mark.parametrize("colour", COLOURS)
@given(drawn=STREAMS, prefetch=st.integers(0, 1))
@settings(max_examples=100)
def test_a_stream_has_every_record_once_and_in_order(
    colour: str, drawn: list[Page], prefetch: int
) -> None:
    script: list[Fault] = []
    for number, (before, responds) in enumerate(drawn):
        script += [*before, responds(page_body(number, LAST))]

    model = Server(iter(script), script[-1])
    errors: list[tuple[Meaning, int]] = []
    asked: list[int] = []
    for number in range(LAST + 1):
        while True:
            wanted = expected(model, harmless=True)
            asked += [number] * wanted.arrived
            if wanted.meaning == "good":
                break
            errors.append((wanted.meaning, number))

    with FaultServer([fault.behaviour for fault in script]) as server:
        walked = Walk(colour, server.url, prefetch, **QUIET)

    assert walked.seen == ALL
    assert [page_asked_for(request.target) for request in server.requests] == asked
    assert [page_asked_for(str(error.page_url)) for error in walked.errors] == [
        number for _, number in errors
    ]
