"""The fault server does what its behaviours say, and leaves no thread and no socket behind."""

import gc
import json
import os
import socket
import threading
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import cycle, repeat
from time import monotonic, sleep
from typing import Any
from urllib.parse import urlsplit

import pytest
import urllib3
from urllib3.exceptions import DecodeError, MaxRetryError, ProtocolError, ReadTimeoutError

from .server import (
    CLOSES_AFTER_RESPONSE,
    CLOSES_WITHOUT_RESPONSE,
    DUPLICATE_KEYS,
    EMPTY,
    GARBAGE_STATUS_LINE,
    HTML,
    HTTP_0_9,
    INFINITE_NUMBER,
    INVALID_CHUNKS,
    INVALID_GZIP,
    INVALID_JSON,
    INVALID_UTF8,
    MEBIBYTE,
    NO_CONTENT_WITH_BODY,
    OK,
    RESETS_AFTER_READING,
    RESETS_BEFORE_READING,
    RESETS_IN_BODY,
    RESETS_NEXT_REQUEST,
    STRAY_BYTES,
    TRUNCATED,
    TRUNCATED_BETWEEN_CHUNKS,
    TRUNCATED_GZIP,
    TRUNCATED_IN_CHUNK,
    Behaviour,
    Coding,
    FaultServer,
    Place,
    Request,
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
    stalls,
)

GET = b"GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n"
GET_AND_CLOSE = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
RESET = b"<reset>"


def connect(url: str) -> socket.socket:
    return socket.create_connection(("127.0.0.1", urlsplit(url).port or 0), timeout=20)


def received(connection: socket.socket) -> bytes:
    """All that comes until the server ends the connection; RESET at the end if so it did."""
    pieces: list[bytes] = []
    try:
        while piece := connection.recv(MEBIBYTE):
            pieces.append(piece)
    except ConnectionResetError:
        pieces.append(RESET)
    return b"".join(pieces)


def wire(server: FaultServer, request: bytes = GET_AND_CLOSE) -> bytes:
    with connect(server.url) as connection:
        connection.sendall(request)
        return received(connection)


def names(table: Iterable[tuple[Any, ...]]) -> list[str]:
    return [behaviour.name for behaviour, *_ in table]


def parts(message: bytes) -> tuple[bytes, dict[str, str], bytes]:
    head, _, body = message.partition(b"\r\n\r\n")
    status_line, *fields = head.split(b"\r\n")
    return status_line, dict(one.decode().split(": ", 1) for one in fields), body


def short_of(message: bytes) -> int:
    _, headers, body = parts(message)
    return int(headers["Content-Length"]) - len(body)


def after_head(message: bytes) -> bytes:
    return parts(message)[2]


MESSAGES: list[tuple[Behaviour, Callable[[bytes], bool]]] = [
    (responds(), lambda it: json.loads(after_head(it)) == {"ok": True}),
    (responds(404, {"code": 1}), lambda it: b" 404 " in it and it.endswith(b'\r\n\r\n{"code": 1}')),
    (responds(headers={"X-A": "b"}), lambda it: parts(it)[1]["X-A"] == "b"),
    (busy(429, "soon"), lambda it: b" 429 " in it and b"\r\nRetry-After: soon\r\n" in it),
    (busy(503, "-1"), lambda it: b" 503 " in it and b"\r\nRetry-After: -1\r\n" in it),
    (redirect("/b", 307), lambda it: b" 307 " in it and b"\r\nLocation: /b\r\n" in it),
    (EMPTY, lambda it: b" 200 " in it and after_head(it) == b""),
    (HTML, lambda it: b" 200 " in it and after_head(it).startswith(b"<!DOCTYPE html>")),
    (INVALID_JSON, lambda it: short_of(it) == 0 and after_head(it) == b'{"ok": tru'),
    (INVALID_UTF8, lambda it: short_of(it) == 0 and b"\xff" in after_head(it)),
    (INFINITE_NUMBER, lambda it: b"1e999" in after_head(it)),
    (DUPLICATE_KEYS, lambda it: after_head(it).count(b'"ok"') == 2),
    (deeply_nested_json(), lambda it: it.endswith(b"[" * 100_000 + b"]" * 100_000)),
    (long_number(), lambda it: it.count(b"9") >= 5_000),
    (large_header(), lambda it: len(parts(it)[1]["X-Large"]) == MEBIBYTE),
    (large_headers(), lambda it: len(it) > MEBIBYTE and len(parts(it)[1]) < 100),
    (many_headers(), lambda it: len(parts(it)[1]) > 10_000),
    (NO_CONTENT_WITH_BODY, lambda it: b" 204 " in it and after_head(it) == OK),
    (encoded("gzip"), lambda it: zlib.decompress(after_head(it), 31) == OK),
    (encoded("deflate"), lambda it: zlib.decompress(after_head(it)) == OK),
    (encoded("raw deflate"), lambda it: zlib.decompress(after_head(it), -15) == OK),
    (bomb(3, "gzip"), lambda it: zlib.decompress(after_head(it), 31) == bytes(3 * MEBIBYTE)),
    (INVALID_GZIP, lambda it: parts(it)[1]["Content-Encoding"] == "gzip" and short_of(it) == 0),
    (TRUNCATED_GZIP, lambda it: short_of(it) == 0 and after_head(it)[:2] == b"\x1f\x8b"),
    (TRUNCATED, lambda it: short_of(it) == 10 and after_head(it) == OK),
    (TRUNCATED_IN_CHUNK, lambda it: after_head(it) == b"ff\r\n" + OK),
    (TRUNCATED_BETWEEN_CHUNKS, lambda it: after_head(it) == b"c\r\n" + OK + b"\r\n"),
    (INVALID_CHUNKS, lambda it: b"\r\nzz\r\n" in it),
    (STRAY_BYTES, lambda it: short_of(it) < 0 and it.count(b"HTTP/1.1 200") == 2),
    (GARBAGE_STATUS_LINE, lambda it: it.startswith(b"ICY ??")),
    (HTTP_0_9, lambda it: it == OK),
    (CLOSES_WITHOUT_RESPONSE, lambda it: it == b""),
    (CLOSES_AFTER_RESPONSE, lambda it: after_head(it) == OK),
    (RESETS_BEFORE_READING, lambda it: it == RESET),
    (RESETS_AFTER_READING, lambda it: it == RESET),
    (RESETS_IN_BODY, lambda it: it.endswith(RESET)),
    (stalls("before response", 0.01), lambda it: after_head(it) == OK),
    (stalls("in headers", 0.01), lambda it: after_head(it) == OK),
    (stalls("in body", 0.01), lambda it: after_head(it) == OK),
    (drips("response", 0.001), lambda it: after_head(it) == OK),
    (drips("body", 0.001), lambda it: after_head(it) == OK),
]


@pytest.mark.parametrize(("behaviour", "is_as_told"), MESSAGES, ids=names(MESSAGES))
def test_what_is_sent(behaviour: Behaviour, is_as_told: Callable[[bytes], bool]) -> None:
    with FaultServer([behaviour]) as server:
        assert is_as_told(wire(server))
        arrived = 0 if behaviour is RESETS_BEFORE_READING else 1
        assert (len(server.requests), server.connections) == (arrived, 1)


# What urllib3 makes of a fault, as a judge that did not write this server.
FAULTS: list[tuple[Behaviour, type[Exception], str]] = [
    (RESETS_BEFORE_READING, ProtocolError, "reset by peer"),
    (RESETS_AFTER_READING, ProtocolError, "reset by peer"),
    (CLOSES_WITHOUT_RESPONSE, ProtocolError, "without response"),
    (stalls("before response", 30), ReadTimeoutError, "timed out"),
    (stalls("in headers", 30), ReadTimeoutError, "timed out"),
    (stalls("in body", 30), ReadTimeoutError, "timed out"),
    (TRUNCATED, ProtocolError, "10 more expected"),
    (TRUNCATED_IN_CHUNK, ProtocolError, "IncompleteRead"),
    (TRUNCATED_BETWEEN_CHUNKS, ProtocolError, "IncompleteRead"),
    (INVALID_CHUNKS, ProtocolError, "IncompleteRead"),
    (INVALID_GZIP, DecodeError, "gzip"),
    (GARBAGE_STATUS_LINE, ProtocolError, "BadStatusLine"),
    (HTTP_0_9, ProtocolError, "BadStatusLine"),
    (large_header(), ProtocolError, "header line"),
    (many_headers(), ProtocolError, "more than 100 headers"),
]


@pytest.mark.parametrize(("behaviour", "error", "text"), FAULTS, ids=names(FAULTS))
def test_what_urllib3_refuses(behaviour: Behaviour, error: type[Exception], text: str) -> None:
    with FaultServer([behaviour]) as server, urllib3.PoolManager(retries=False) as pool:
        with pytest.raises(error, match=text):
            pool.request("GET", server.url, timeout=0.5)
        assert pool.request("GET", server.url).json() == {"ok": True}


@pytest.mark.parametrize("codings", [("gzip",), ("gzip", "gzip"), ("deflate",), ("raw deflate",)])
def test_what_urllib3_decodes(codings: tuple[Coding, ...]) -> None:
    with (
        FaultServer([encoded(*codings), bomb(2, *codings)]) as server,
        urllib3.PoolManager() as pool,
    ):
        assert pool.request("GET", server.url).data == OK
        assert pool.request("GET", server.url).data == bytes(2 * MEBIBYTE)


def test_connecting_is_refused() -> None:
    with refused_url() as url, pytest.raises(ConnectionRefusedError):
        connect(url).close()


def test_requests_are_kept_as_they_arrived() -> None:
    with FaultServer() as server, urllib3.PoolManager() as pool:
        before = monotonic()
        pool.request("POST", f"{server.url}/a?b=%20c", body=b"x" * MEBIBYTE, headers={"X-A": "1"})
        pool.request("DELETE", f"{server.url}/d")
    post, delete = server.requests
    assert (post.method, post.target, post.body) == ("POST", "/a?b=%20c", b"x" * MEBIBYTE)
    assert (post.header("x-a"), post.header("X-B")) == ("1", None)
    assert (delete.method, delete.target, delete.body) == ("DELETE", "/d", b"")
    assert before <= post.time <= delete.time
    assert (post.connection, delete.connection, server.connections) == (1, 1, 1)


def test_expect_is_honoured_before_the_body() -> None:
    with FaultServer() as server, connect(server.url) as connection:
        head = b"PUT / HTTP/1.1\r\nConnection: close\r\nContent-Length: 4\r\n"
        connection.sendall(head + b"Expect: 100-continue\r\n\r\n")
        assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"body")
        assert received(connection).endswith(OK)
        assert server.requests[0].body == b"body"


def test_script_then_default() -> None:
    script = [responds(201), responds(202)]
    with FaultServer(script, default=responds(418)) as server, urllib3.PoolManager() as pool:
        statuses = [pool.request("GET", server.url).status for _ in range(4)]
    assert statuses == [201, 202, 418, 418]


def test_script_without_end() -> None:
    script = cycle([responds(201), responds(202)])
    with FaultServer(script) as server, urllib3.PoolManager() as pool:
        statuses = [pool.request("GET", server.url).status for _ in range(3)]
    assert statuses == [201, 202, 201]


def test_script_as_a_function() -> None:
    def script(number: int, request: Request) -> Behaviour | None:
        return None if request.target == "/" else responds(200, [number, request.target])

    with FaultServer(script) as server, urllib3.PoolManager() as pool:
        assert pool.request("GET", f"{server.url}/").json() == {"ok": True}
        assert pool.request("GET", f"{server.url}/x").json() == [2, "/x"]


def test_redirects_in_a_loop_and_to_another_origin() -> None:
    with FaultServer() as other, FaultServer([redirect(f"{other.url}/there")]) as server:
        with urllib3.PoolManager() as pool:
            assert pool.request("GET", server.url).json() == {"ok": True}
        assert other.requests[0].target == "/there"
    with FaultServer(repeat(redirect("/again"))) as server, urllib3.PoolManager() as pool:
        with pytest.raises(MaxRetryError):
            pool.request("GET", server.url, retries=urllib3.Retry(redirect=3))
        assert [request.target for request in server.requests] == ["/", *["/again"] * 3]


def test_stray_bytes_come_on_a_connection_that_is_kept() -> None:
    with FaultServer([STRAY_BYTES]) as server, connect(server.url) as connection:
        connection.sendall(GET)
        connection.sendall(GET_AND_CLOSE)
        assert received(connection).count(b"HTTP/1.1 200") == 3


def test_next_request_on_a_kept_connection_is_reset() -> None:
    with FaultServer([RESETS_NEXT_REQUEST, responds(201)]) as server:
        with urllib3.PoolManager(retries=False) as pool:
            assert pool.request("GET", server.url).status == 200
            with pytest.raises(ProtocolError, match="reset"):
                pool.request("GET", server.url)
            assert pool.request("GET", server.url).status == 201
        assert (len(server.requests), server.connections) == (2, 2)


def test_connections_are_served_at_once() -> None:
    together = threading.Barrier(3, timeout=20)

    def script(_number: int, _request: Request) -> None:
        together.wait()

    with FaultServer(script) as server:
        threads = [threading.Thread(target=wire, args=(server,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {request.connection for request in server.requests} == {1, 2, 3}


@pytest.mark.parametrize("where", ["before response", "in headers", "in body"])
def test_stalled_responses_end_with_the_server(where: Place) -> None:
    begin = monotonic()
    with FaultServer([stalls(where, 50)]) as server:
        connection = connect(server.url)
        connection.sendall(GET)
        while not server.requests and monotonic() - begin < 20:
            sleep(0.001)
    with connection:
        assert OK not in received(connection)
    assert monotonic() - begin < 20


def test_server_ends_by_itself() -> None:
    with FaultServer([stalls("before response", 50)], seconds=0.1) as server:
        assert wire(server) == b""
        give_up = monotonic() + 20
        with suppress(ConnectionRefusedError):
            while monotonic() < give_up:
                connect(server.url).close()
        assert monotonic() < give_up


def ask_once(server: FaultServer, request: bytes = GET_AND_CLOSE) -> None:
    with server:
        wire(server, request)


def fail(_number: int, request: Request) -> None:
    raise LookupError(request.target)


def test_errors_of_the_script_are_raised() -> None:
    with pytest.raises(ExceptionGroup) as raised:
        ask_once(FaultServer(fail))
    assert raised.group_contains(LookupError, match="^/$")


def test_errors_of_the_script_are_noted_on_an_error_of_the_test() -> None:
    def ask_and_raise() -> None:
        with FaultServer(fail) as server:
            wire(server)
            raise KeyError

    with pytest.raises(KeyError) as raised:
        ask_and_raise()
    assert "LookupError('/')" in raised.value.__notes__[0]


NOT_HTTP = b"what\r\n\r\n"
IN_CHUNKS = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize("request_", [NOT_HTTP, IN_CHUNKS], ids=["not HTTP", "in chunks"])
def test_requests_it_cannot_read_are_raised(request_: bytes) -> None:
    with pytest.raises(ExceptionGroup):
        ask_once(FaultServer(), request_)


def test_runaway_clients_are_stopped() -> None:
    def run_away() -> None:
        with server:
            for _ in range(10):
                with suppress(ConnectionError):
                    wire(server)

    server = FaultServer(max_requests=3)
    with pytest.raises(ExceptionGroup, match="fault server"):
        run_away()
    assert len(server.requests) == 3


def open_files() -> int:
    """How many file descriptors this process has open."""
    count = 0
    for number in range(4096):
        with suppress(OSError):
            os.fstat(number)
            count += 1
    return count


def test_nothing_is_left() -> None:
    gc.collect()
    before = threading.active_count(), open_files()
    every = [behaviour for behaviour, _ in MESSAGES]
    with FaultServer([*every, stalls("in body", 50), drips("response", 10)]) as server:
        for _ in every:
            wire(server)
        idle = [connect(server.url) for _ in range(4)]
        for connection in idle[:3]:
            connection.sendall(GET)
    for connection in idle:
        connection.close()
    assert (threading.active_count(), open_files()) == before
