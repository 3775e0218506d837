"""When a failed request is sent again, after how long, and when that ends."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, strategies as st

from restmap import (
    ApiError,
    RateLimitError,
    Response,
    ResponseError,
    RestmapError,
    RetryPolicy,
    ServerError,
    Timeout,
    TransportError,
)

from .desk import COLOURS, GOOD, IDEMPOTENT, TICKET, UNSAFE, Clock, Desk, Responder, broken, failed

NOT_SENT = broken(maybe_sent=False)
MAYBE_SENT = broken(maybe_sent=True)

# What is repeated: for any verb, for idempotent ones (and others if the caller allowed it), never.
VERDICTS: dict[str, tuple[Responder, str]] = {
    "not sent": (NOT_SENT, "any"),
    "429": (failed(429), "any"),
    "maybe sent": (MAYBE_SENT, "idempotent"),
    "502": (failed(502), "idempotent"),
    "503": (failed(503), "idempotent"),
    "504": (failed(504), "idempotent"),
    "400": (failed(400), "never"),
    "401": (failed(401), "never"),
    "403": (failed(403), "never"),
    "404": (failed(404), "never"),
    "408": (failed(408), "never"),
    "409": (failed(409), "never"),
    "422": (failed(422), "never"),
    "500": (failed(500), "never"),
    "501": (failed(501), "never"),
    "505": (failed(505), "never"),
    "not sent, and never will be": (broken(maybe_sent=False, transient=False), "never"),
    "broken off for good": (broken(maybe_sent=True, transient=False), "never"),
}


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("repeat_unsafe", [False, True], ids=["", "repeat_unsafe"])
@pytest.mark.parametrize("verb", [*IDEMPOTENT, *UNSAFE])
@pytest.mark.parametrize("failure", VERDICTS)
def test_what_is_repeated(failure: str, verb: str, repeat_unsafe: bool, colour: str) -> None:
    came, verdict = VERDICTS[failure]
    safe = verb in IDEMPOTENT or repeat_unsafe
    repeated = verdict == "any" or (verdict == "idempotent" and safe)
    desk = Desk(colour, came, GOOD[verb], retries=RetryPolicy(repeat_unsafe=repeat_unsafe))
    if repeated:
        desk.do(verb)
        first, second = desk.requests
        assert (first.method, first.url, first.body) == (second.method, second.url, second.body)
    else:
        with pytest.raises((ApiError, TransportError)) as caught:
            desk.do(verb)
        assert caught.value.attempts == 1
        assert len(desk.requests) == 1
        assert desk.clock.pauses == []


@pytest.mark.parametrize("colour", COLOURS)
def test_a_response_that_cannot_be_read_is_not_repeated(colour: str) -> None:
    desk = Desk(colour, Response(200, {"Content-Type": "text/html"}, b"<p>Off</p>"))
    with pytest.raises(ResponseError):
        desk.do("fetch")
    assert len(desk.requests) == 1


# -- pauses ---------------------------------------------------------------------------------


def pauses_of(policy: RetryPolicy, *responses: Responder) -> list[float]:
    """The pauses that a policy makes in a call that gets these responses."""
    desk = Desk("blocking", *responses, retries=policy)
    with suppress(ApiError):
        desk.do("fetch")
    return desk.clock.pauses


def always_unavailable(_: object) -> Response:
    return failed(503)


def test_the_pause_is_drawn_evenly_below_a_ceiling_that_doubles_to_a_cap() -> None:
    fractions = iter([1.0, 0.5, 1.0, 0.0, 0.25, 1.0])
    policy = RetryPolicy(
        attempts=7,
        base_seconds=0.5,
        cap_seconds=3.0,
        total_seconds=60,
        random_fraction=lambda: next(fractions),
    )
    assert pauses_of(policy, always_unavailable) == [0.5, 0.5, 2.0, 0.0, 0.75, 3.0]


def test_by_default_there_are_four_attempts_within_eight_seconds() -> None:
    longest = RetryPolicy(random_fraction=lambda: 1.0)
    assert pauses_of(longest, always_unavailable) == [0.5, 1.0, 2.0]
    assert all(0 <= pause <= 2 for pause in pauses_of(RetryPolicy(), always_unavailable))


def test_all_pauses_of_a_call_end_within_their_total() -> None:
    policy = RetryPolicy(attempts=1000, random_fraction=lambda: 1.0)
    assert pauses_of(policy, always_unavailable) == [0.5, 1.0, 2.0, 4.0]


def test_very_many_attempts_do_not_overflow() -> None:
    policy = RetryPolicy(attempts=10_000, random_fraction=lambda: 1.0)
    assert policy.backoff_seconds(9_999) == 4.0


# -- Retry-After ----------------------------------------------------------------------------

OWN = 0.25  # the pause of the policy below where the server asks for none

RETRY_AFTER: dict[str | None, float | None] = {
    # what is asked for → the pause; None where it is not waited for
    None: OWN,
    "0": 0.0,
    "3": 3.0,
    " 7 ": 7.0,
    "0000000000000000005": 5.0,
    "Sun, 01 Mar 2026 12:00:04 GMT": 4.0,
    "Sunday, 01-Mar-26 12:00:04 GMT": 4.0,
    "Sun, 01 Mar 2026 13:00:04 +0100": 4.0,
    "Sun, 01 Mar 2026 11:59:00 GMT": 0.0,
    "Thu, 01 Jan 1970 00:00:00 GMT": 0.0,
    "-1": OWN,
    "1.5": OWN,
    "nan": OWN,
    "inf": OWN,
    "Infinity": OWN,
    "1e3": OWN,
    "0x10": OWN,
    "٣": OWN,
    "": OWN,
    "soon": OWN,
    "Sun, 99 Foo 2026 12:00:04 GMT": OWN,
    "Sun, 01 Mar 99999 12:00:04 GMT": OWN,
    "9": None,
    "31536000": None,
    "9" * 400: None,
    "1" + "0" * 400: None,
    "Mon, 01 Mar 2027 12:00:00 GMT": None,
    "Fri, 31 Dec 9999 23:59:59 GMT": None,
}


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("text", RETRY_AFTER, ids=lambda text: repr(text)[:30])
def test_retry_after(text: str | None, status: int, colour: str) -> None:
    pause = RETRY_AFTER[text]
    headers = {} if text is None else {"Retry_After": text}
    policy = RetryPolicy(random_fraction=lambda: 0.5)
    desk = Desk(colour, failed(status, **headers), TICKET, retries=policy)
    if pause is not None:
        desk.do("fetch")
        assert desk.clock.pauses == [pause]
    else:
        with pytest.raises((RateLimitError, ServerError)) as caught:
            desk.do("fetch")
        assert caught.value.retry_after > 8
        assert (len(desk.requests), desk.clock.pauses) == (1, [])


def test_retry_after_in_lower_case() -> None:
    desk = Desk("blocking", failed(429, retry_after="3"), TICKET)
    desk.do("fetch")
    assert desk.clock.pauses == [3.0]


@given(st.text(max_size=40) | st.from_regex(r"\w{0,4},? ?[0-9+\-: GMT]{0,40}", fullmatch=True))
def test_no_retry_after_is_a_crash_or_a_hang(text: str) -> None:
    desk = Desk("blocking", failed(429, Retry_After=text), TICKET)
    with suppress(RateLimitError):  # which is what one of more than 8 seconds is
        desk.do("fetch")
    assert 0 <= sum(desk.clock.pauses) <= 8
    assert len(desk.requests) == 1 + len(desk.clock.pauses)


@pytest.mark.parametrize("colour", COLOURS)
def test_one_beyond_the_deadline_is_raised_at_once_and_carried(colour: str) -> None:
    policy = RetryPolicy(total_seconds=600)
    desk = Desk(colour, failed(429, Retry_After="61"), retries=policy, timeout=Timeout(total=60))
    with pytest.raises(RateLimitError) as caught:
        desk.do("create")
    assert (caught.value.retry_after, caught.value.attempts) == (61.0, 1)
    assert (len(desk.requests), desk.clock.pauses) == (1, [])


def test_one_that_the_deadline_leaves_time_for_is_waited_for() -> None:
    policy = RetryPolicy(total_seconds=600)
    asked = failed(429, Retry_After="59")
    desk = Desk("blocking", asked, TICKET, retries=policy, timeout=Timeout(total=60))
    desk.do("create")
    assert desk.clock.pauses == [59.0]


def test_the_error_has_what_the_server_asked_for_where_nothing_is_repeated() -> None:
    desk = Desk("blocking", failed(503, Retry_After="2"))
    with pytest.raises(ServerError) as caught:
        desk.do("create")
    assert caught.value.retry_after == 2.0


# -- the end --------------------------------------------------------------------------------


@pytest.mark.parametrize("colour", COLOURS)
def test_the_last_error_is_raised_with_the_number_of_attempts(colour: str) -> None:
    desk = Desk(colour, NOT_SENT, failed(502), failed(429), retries=3)
    with pytest.raises(RateLimitError) as caught:
        desk.do("fetch")
    assert caught.value.attempts == 3
    assert str(caught.value) == (
        "status 429: As told\n"
        "  code 20429\n"
        "  in GET https://api.desk.example/v1/Tickets/T1\n"
        "  after 3 attempts"
    )


@pytest.mark.parametrize("colour", COLOURS)
def test_a_total_deadline_holds_over_the_attempts(colour: str) -> None:
    clock = Clock()
    slow = clock.taking(4.0, failed(503))
    settings: dict[str, Any] = {**clock.settings, "timeout": Timeout(total=10.0)}
    policy = RetryPolicy(attempts=9, random_fraction=lambda: 1.0, base_seconds=1.0)
    desk = Desk(colour, slow, slow, slow, slow, retries=policy, **settings)
    with pytest.raises(ServerError) as caught:
        desk.do("fetch")
    # 4 s, a pause of 1 s, 4 s: what is left does not pay for a pause of 2 s.
    assert caught.value.attempts == 2
    assert [each.timeout.total for each in desk.requests] == [10.0, 5.0]
    assert clock.seconds - 1000 <= 10


def test_without_a_total_no_attempt_has_a_deadline() -> None:
    desk = Desk("blocking", failed(503), TICKET, timeout=Timeout(total=None))
    desk.do("fetch")
    assert [each.timeout.total for each in desk.requests] == [None, None]


# -- the budget -----------------------------------------------------------------------------

RESERVE = 20


def fail(desk: Desk, times: int) -> None:
    for _ in range(times):
        with pytest.raises(RestmapError):
            desk.do("fetch")


def test_a_client_whose_calls_all_fail_soon_sends_each_of_them_once() -> None:
    desk = Desk("blocking", always_unavailable)
    fail(desk, 50)
    assert len(desk.requests) == 50 + RESERVE


def test_successes_earn_repetitions() -> None:
    served = {"status": 503}
    desk = Desk("blocking", lambda _: TICKET if served["status"] == 200 else failed(503))
    fail(desk, 50)
    served["status"] = 200
    for _ in range(15):
        desk.do("fetch")  # a fifth of a repetition each
    served["status"] = 503
    before = len(desk.requests)
    fail(desk, 10)
    assert len(desk.requests) - before == 10 + 3


def test_successes_do_not_earn_beyond_the_reserve() -> None:
    served = {"status": 200}
    desk = Desk("blocking", lambda _: TICKET if served["status"] == 200 else failed(503))
    for _ in range(300):
        desk.do("fetch")
    served["status"] = 503
    fail(desk, 50)
    assert len(desk.requests) == 300 + 50 + RESERVE


def test_threads_share_the_budget() -> None:
    desk = Desk("blocking", always_unavailable, sleep=lambda _: None)
    threads = [threading.Thread(target=fail, args=(desk, 20)) for _ in range(16)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(desk.requests) == 16 * 20 + RESERVE


def test_the_budget_is_that_of_a_client() -> None:
    spent, fresh = Desk("blocking", always_unavailable), Desk("blocking", always_unavailable)
    fail(spent, 30)
    fail(fresh, 1)
    assert len(fresh.requests) == 4
