"""Fault × transport: what send() returns or raises, and how many requests arrived."""

from __future__ import annotations

import inspect
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from attrs import frozen

from restmap.errors import ResponseError, RestmapError, TransportError
from restmap.messages import Request, Timeout

from ..send.servers import BOTH, QUICK, Name, read_request_head, respond, sender, serving
from . import server as faults
from .server import (
    CHUNKED,
    MEBIBYTE,
    OK,
    OK_IN_CHUNK,
    Behaviour,
    Close,
    FaultServer,
    Send,
    bomb,
    busy,
    deeply_nested_json,
    drips,
    encoded,
    large_header,
    large_headers,
    long_number,
    many_headers,
    redirect,
    refused_url,
    responds,
    responds_with,
    stalls,
)

MAX_BODY_BYTES = 2 * MEBIBYTE
IMPATIENT = Timeout(connect=2, read=0.2, total=5)
SHORT = Timeout(connect=2, read=2, total=0.4)


@frozen
class Received:
    """A response came. body: None where it does not matter."""

    status: int = 200
    body: bytes | None = OK


@frozen
class Failure:
    """An error was raised. found: a part of its text."""

    kind: type[RestmapError]
    found: str
    maybe_sent: bool | None = True
    transient: bool | None = True

    @classmethod
    def of_body(cls, found: str) -> Failure:
        return cls(ResponseError, found, None, None)


@frozen
class Row:
    """source: the behaviour of server.py, or what makes it, so that none is forgotten.

    awaited: what comes of it with aiohttp, where that is something else than with urllib3.
    """

    source: Behaviour | Callable[..., Behaviour]
    behaviour: Behaviour
    outcome: Received | Failure
    awaited: Received | Failure | None = None
    arrived: int = 1
    timeout: Timeout = QUICK


def made(
    source: Callable[..., Behaviour], *arguments: Any, outcome: Received | Failure, **more: Any
) -> Row:
    return Row(source, source(*arguments), outcome, **more)


def is_(behaviour: Behaviour, outcome: Received | Failure, **more: Any) -> Row:
    return Row(behaviour, behaviour, outcome, **more)


RESET = Failure(TransportError, "the connection was reset")
INCOMPLETE = Failure(TransportError, "the response is incomplete")
NOT_HTTP = Failure(TransportError, "the response is not well-formed HTTP")
INTERIM = Failure(TransportError, "the server sent an interim response")
HEAD_TOO_LARGE = Failure(TransportError, "the response headers are too large", transient=False)
NOTHING_RECEIVED = Failure(TransportError, "nothing was received for 0.2 seconds")
NOT_COMPLETE = Failure(TransportError, "the response was not complete within 0.4 seconds")
TOO_LARGE = Failure.of_body(f"larger than {MAX_BODY_BYTES} bytes")
NOT_IN_ITS_CODING = Failure.of_body("is not valid 'gzip'")
ANY_BODY = Received(200, None)


def raw(name: str, text: bytes) -> Behaviour:
    return Behaviour(name, (Send(text), Close()))


def kept(name: str, text: bytes) -> Behaviour:
    return Behaviour(name, (Send(text),))


SWITCHING = b"HTTP/1.1 101 Now\r\nUpgrade: h2c\r\n\r\n"
TWO_LENGTHS = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 12\r\n\r\n"
EARLY = b"HTTP/1.1 103 Early\r\nLink: <a>\r\n\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(OK), OK)
CHUNKED_HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

TABLE = [
    made(responds, outcome=Received()),
    made(responds, 404, {"code": 1}, outcome=Received(404, b'{"code": 1}')),
    made(responds_with, "large", bytes(MAX_BODY_BYTES), outcome=ANY_BODY),
    made(responds_with, "too large", bytes(MAX_BODY_BYTES + 1), outcome=TOO_LARGE),
    made(busy, 429, "1", outcome=Received(429, None)),
    made(busy, 503, "1", outcome=Received(503, None)),
    made(redirect, "/elsewhere", outcome=Received(302, b"")),
    made(deeply_nested_json, outcome=ANY_BODY),
    made(long_number, outcome=ANY_BODY),
    is_(faults.EMPTY, Received(200, b"")),
    is_(faults.HTML, ANY_BODY),
    is_(faults.INVALID_JSON, ANY_BODY),
    is_(faults.INVALID_UTF8, ANY_BODY),
    is_(faults.INFINITE_NUMBER, ANY_BODY),
    is_(faults.DUPLICATE_KEYS, ANY_BODY),
    # What belongs to no response.
    is_(faults.NO_CONTENT_WITH_BODY, Received(204, b""), awaited=NOT_HTTP),
    is_(faults.STRAY_BYTES, Received()),
    # Heads.
    made(large_header, outcome=HEAD_TOO_LARGE, awaited=NOT_HTTP),
    made(large_headers, outcome=Received()),
    made(large_headers, 128 * 1024, outcome=Received()),
    made(many_headers, outcome=HEAD_TOO_LARGE, awaited=NOT_HTTP),
    made(many_headers, 90, outcome=Received()),
    made(
        responds_with,
        "no length",
        OK,
        {"Content-Length": "twelve"},
        outcome=NOTHING_RECEIVED,
        awaited=NOT_HTTP,
        timeout=IMPATIENT,
    ),
    made(raw, "two lengths", TWO_LENGTHS + OK, outcome=NOT_HTTP),
    made(
        responds_with,
        "a coding",
        OK,
        {"Transfer-Encoding": "gzip"},
        outcome=Received(),
        awaited=NOT_HTTP,
    ),
    made(
        raw,
        "no header",
        b"HTTP/1.1 200 OK\r\nno header\r\n\r\n" + OK,
        outcome=Received(),
        awaited=NOT_HTTP,
    ),
    made(kept, "101", SWITCHING, outcome=INTERIM),
    made(kept, "103", EARLY + b"HTTP/1.1 204 OK\r\n\r\n", outcome=Received(204, b"")),
    made(kept, "103, with the response behind it", EARLY + RESPONSE, outcome=Received()),
    made(kept, "several", EARLY * 3 + CONTINUE + EARLY + RESPONSE, outcome=Received()),
    is_(faults.GARBAGE_STATUS_LINE, NOT_HTTP),
    is_(faults.HTTP_0_9, NOT_HTTP),
    # Codings.
    made(encoded, "gzip", outcome=Received()),
    made(encoded, "gzip", "gzip", outcome=Received()),
    made(encoded, "raw deflate", "gzip", outcome=Received()),
    made(
        encoded,
        "deflate",
        "gzip",
        "raw deflate",
        outcome=Failure.of_body("cannot be decompressed here"),
    ),
    made(encoded, "deflate", outcome=Received()),
    made(encoded, "raw deflate", outcome=Received()),
    made(bomb, 2, "gzip", outcome=ANY_BODY),
    made(bomb, 3, "gzip", outcome=TOO_LARGE),
    made(bomb, 64, "gzip", "gzip", outcome=TOO_LARGE),
    made(
        responds_with,
        "compress",
        OK,
        {"Content-Encoding": "compress"},
        outcome=Failure.of_body("'compress'"),
    ),
    is_(faults.INVALID_GZIP, NOT_IN_ITS_CODING),
    is_(faults.TRUNCATED_GZIP, INCOMPLETE),
    # Ends.
    is_(faults.RESETS_BEFORE_READING, RESET, arrived=0),
    is_(faults.RESETS_AFTER_READING, RESET),
    is_(faults.RESETS_IN_BODY, Failure(TransportError, "")),  # Either of two is said.
    is_(
        faults.CLOSES_WITHOUT_RESPONSE,
        Failure(TransportError, "the connection was closed without a response"),
    ),
    is_(faults.CLOSES_AFTER_RESPONSE, Received()),
    is_(faults.RESETS_NEXT_REQUEST, Received()),
    is_(faults.TRUNCATED, INCOMPLETE),
    is_(faults.TRUNCATED_IN_CHUNK, INCOMPLETE),
    is_(faults.TRUNCATED_BETWEEN_CHUNKS, INCOMPLETE),
    # Chunks.
    made(kept, "chunks", CHUNKED_HEAD + OK_IN_CHUNK + b"0\r\n\r\n", outcome=Received()),
    is_(faults.INVALID_CHUNKS, INCOMPLETE, awaited=NOT_HTTP),
    made(
        raw,
        "chunk of -1",
        CHUNKED_HEAD + b"-1\r\nx\r\n0\r\n\r\n",
        outcome=INCOMPLETE,
        awaited=NOT_HTTP,
    ),
    made(
        kept,
        "many chunks",
        CHUNKED_HEAD + (b"10000\r\n" + bytes(65536) + b"\r\n") * 33 + b"0\r\n\r\n",
        outcome=TOO_LARGE,
    ),
    # Times.
    made(stalls, "before response", 30, outcome=NOTHING_RECEIVED, timeout=IMPATIENT),
    made(stalls, "in headers", 30, outcome=NOTHING_RECEIVED, timeout=IMPATIENT),
    made(stalls, "in body", 30, outcome=NOTHING_RECEIVED, timeout=IMPATIENT),
    made(stalls, "before response", 30, outcome=NOT_COMPLETE, timeout=SHORT),
    # With urllib3 that is seen when the headers are there, however long they take.
    made(drips, "response", 0.02, outcome=NOT_COMPLETE, timeout=SHORT),
    made(drips, "body", 0.05, outcome=NOT_COMPLETE, timeout=SHORT),
    made(drips, "body", 0.01, outcome=Received()),
    made(drips, "response", 0.002, outcome=Received()),
]
# Whether their end is seen before the next request is a matter of luck; tests further down wait.
ENDING_LATER = [faults.RESETS_NEXT_REQUEST, faults.CLOSES_AFTER_RESPONSE]

ROWS = pytest.mark.parametrize("row", TABLE, ids=lambda row: row.behaviour.name[:60])
TRANSPORTS = pytest.mark.parametrize("name", BOTH)


def outcome_of(action: Callable[[], Any]) -> Received | RestmapError:
    """Anything that is not of our tree goes on, and fails the test."""
    try:
        response = action()
    except RestmapError as error:
        return error
    return Received(response.status, response.body)


def check(outcome: Received | RestmapError, expected: Received | Failure, url: str) -> None:
    if isinstance(expected, Received):
        assert isinstance(outcome, Received), outcome
        assert outcome.status == expected.status
        assert expected.body is None or outcome.body == expected.body
        return
    assert type(outcome) is expected.kind, outcome
    assert expected.found in str(outcome)
    assert getattr(outcome, "maybe_sent", None) is expected.maybe_sent
    assert getattr(outcome, "transient", None) is expected.transient
    # Rule, remedy and place, and nothing of the query, also in what a traceback would show.
    assert str(outcome).endswith(f"\n  in GET {url}/things")
    assert (outcome.method, outcome.url) == ("GET", f"{url}/things")
    assert "secret" not in f"{outcome} {outcome.__cause__} {outcome.__cause__!r}"
    if isinstance(outcome, TransportError):
        assert isinstance(outcome.__cause__, Exception)


@ROWS
@TRANSPORTS
def test_fault(name: Name, row: Row) -> None:
    with (
        FaultServer([row.behaviour]) as server,
        sender(name, max_body_bytes=MAX_BODY_BYTES) as one,
    ):
        request = Request("GET", f"{server.url}/things?token=secret", timeout=row.timeout)
        begin = time.monotonic()
        outcome = outcome_of(lambda: one.send(request))
        assert time.monotonic() - begin < 4
        expected = row.awaited if row.awaited and name == "aiohttp" else row.outcome
        check(outcome, expected, server.url)
        assert len(server.requests) == row.arrived
        if row.source not in ENDING_LATER:
            # Whatever came before does not reach the next response.
            assert one.get(server.url).body == OK
            assert len(server.requests) == row.arrived + 1


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "POST", "PATCH"])
@TRANSPORTS
def test_no_verb_is_sent_twice(name: Name, method: str) -> None:
    """aiohttp would, for the first three, by itself."""
    scripts = [faults.RESETS_AFTER_READING, faults.CLOSES_WITHOUT_RESPONSE]
    with FaultServer(scripts) as server, sender(name) as one:
        for count in (1, 2):
            with pytest.raises(TransportError):
                one.send(Request(method, server.url, body=b"x" if method[0] == "P" else None))
            assert len(server.requests) == count


@pytest.mark.parametrize("method", ["GET", "POST"])
@TRANSPORTS
def test_a_kept_connection_that_dies_with_the_next_request(name: Name, method: str) -> None:
    with FaultServer([faults.RESETS_NEXT_REQUEST]) as server, sender(name) as one:
        assert one.get(server.url).body == OK
        outcome = outcome_of(lambda: one.send(Request(method, server.url)))
        assert isinstance(outcome, TransportError)
        assert (outcome.maybe_sent, outcome.transient) == (True, True)
        assert one.get(server.url).body == OK
        assert (len(server.requests), server.connections) == (2, 2)


@TRANSPORTS
def test_a_kept_connection_that_was_closed_is_not_used(name: Name) -> None:
    with FaultServer([faults.CLOSES_AFTER_RESPONSE] * 3) as server, sender(name) as one:
        for _ in range(3):
            assert one.get(server.url).body == OK
            time.sleep(0.02)
        assert (len(server.requests), server.connections) == (3, 3)


@TRANSPORTS
def test_a_large_body_is_sent_whole(name: Name) -> None:
    """More than the system takes at once."""
    body = bytes(range(256)) * (8 * MEBIBYTE // 256)
    with FaultServer() as server, sender(name) as one:
        timeout = Timeout(connect=10, read=30, total=60)
        for _ in range(2):
            sent = Request("POST", server.url, {"Content-Type": "x"}, body, timeout)
            assert one.send(sent).body == OK
        assert [request.body == body for request in server.requests] == [True, True]
        assert server.connections == 1


def test_what_comes_while_nothing_is_asked_ends_a_connection() -> None:
    """With urllib3; aiohttp would take it for the next response."""
    strayed = threading.Event()

    def response_and_stray(connection: socket.socket) -> None:
        read_request_head(connection)
        connection.sendall(RESPONSE)
        if not strayed.is_set():
            time.sleep(0.1)  # for the client to have read the response
            connection.sendall(RESPONSE.replace(b"true", b"nope"))
            strayed.set()
        respond(connection, RESPONSE)

    with serving(response_and_stray) as port, sender("urllib3") as one:
        url = f"http://127.0.0.1:{port}"
        assert one.get(url).body == OK
        assert strayed.wait(5)
        assert one.get(url).body == OK


@TRANSPORTS
def test_who_is_slow_to_read_is_not_silent(name: Name) -> None:
    """The time to read is for the response: it does not begin before the request is sent."""
    body = bytes(16 * MEBIBYTE)

    def read_late(connection: socket.socket) -> None:
        time.sleep(0.5)
        left = len(body) - len(read_request_head(connection).partition(b"\r\n\r\n")[2])
        while left > 0 and (piece := connection.recv(min(left, MEBIBYTE))):
            left -= len(piece)
        connection.sendall(RESPONSE)

    with serving(read_late) as port, sender(name) as one:
        patience = Timeout(connect=10, read=0.2, total=60)
        sent = Request("POST", f"http://127.0.0.1:{port}", {}, body, patience)
        assert one.send(sent).body == OK


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("urllib3", b""),
        ("urllib3", b"Connection: Upgrade\r\n"),
        ("aiohttp", b"Connection: Upgrade\r\n"),
    ],
)
def test_a_connection_that_switches_protocols_is_not_used(name: Name, more: bytes) -> None:
    switching = kept("101", SWITCHING.replace(b"\r\n\r\n", b"\r\n" + more + b"\r\n"))
    with FaultServer([switching]) as server, sender(name) as one:
        check(outcome_of(lambda: one.get(f"{server.url}/things")), INTERIM, server.url)
        assert one.get(server.url).body == OK
        assert server.connections == 2


@TRANSPORTS
def test_connections_are_kept(name: Name) -> None:
    script = [responds(), responds(404), encoded("gzip"), faults.EMPTY, responds(), busy(503, "1")]
    with FaultServer(script) as server, sender(name) as one:
        for _ in script:
            one.get(server.url)
        assert server.connections == 1


@TRANSPORTS
def test_connecting_is_refused(name: Name) -> None:
    with refused_url() as url, sender(name) as one:
        outcome = outcome_of(lambda: one.get(f"{url}/things?token=secret"))
        refused = Failure(TransportError, "the connection was refused", maybe_sent=False)
        check(outcome, refused, url)
        assert "Nothing was sent." in str(outcome)


def test_the_table_has_every_behaviour_of_the_server() -> None:
    """Added there, it is missing here until somebody says what comes of it."""
    constants = [thing for thing in vars(faults).values() if isinstance(thing, Behaviour)]
    makers = [
        thing
        for name, thing in inspect.getmembers(faults, inspect.isfunction)
        if thing.__annotations__.get("return") == "Behaviour" and not name.startswith("_")
    ]
    sources = [row.source for row in TABLE]
    assert [thing for thing in [*constants, *makers] if thing not in sources] == []
    assert len(makers) > 10
    assert CHUNKED  # The table's own chunks are like the server's.
