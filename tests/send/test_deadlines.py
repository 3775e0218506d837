"""The total timeout, where a server or a proxy sends or reads a few bytes now and then."""

from __future__ import annotations

import itertools
import socket
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from restmap import Request, Timeout, TransportError
from restmap.body_sources import IterableSource
from restmap.streamed_body import StreamedBody

from .servers import (
    BOTH,
    OK,
    RESPONSE,
    Authority,
    Name,
    over_tls,
    read_request_head,
    respond,
    sender,
    serving,
)

TRANSPORTS = pytest.mark.parametrize("name", BOTH)
SHORT = Timeout(connect=5, read=5, total=0.4)
HEADERS = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"


def dripping(pieces: Iterable[bytes]) -> Callable[[socket.socket], None]:
    """A server that sends a piece every 20 ms, until the connection ends."""

    def serve(connection: socket.socket) -> None:
        read_request_head(connection)
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(0.02)

    return serve


def bytes_of(text: bytes) -> Iterable[bytes]:
    return (bytes([each]) for each in text)


ENDLESS: dict[str, Callable[[], Iterable[bytes]]] = {
    "status line": lambda: bytes_of(b"HTTP/1.1 200 " + b"O" * 9999),
    "a header": lambda: itertools.chain([HEADERS + b"X: "], itertools.repeat(b"x")),
    "headers": lambda: (HEADERS, *(b"X-%d: x\r\n" % each for each in range(99))),
    "interim responses": lambda: itertools.repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    "body": lambda: itertools.chain([b"HTTP/1.1 200 OK\r\n\r\n"], itertools.repeat(b" ")),
    "chunks": lambda: itertools.chain(
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"], itertools.repeat(b"1\r\n \r\n")
    ),
    "a chunk's length": lambda: itertools.chain(
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;"], itertools.repeat(b"x")
    ),
}


def check_late(caught: pytest.ExceptionInfo[TransportError], url: str, method: str) -> None:
    assert str(caught.value) == (
        "the request failed: the response was not complete within 0.4 seconds.\n"
        "  The request may have reached the server. Allow more time: Timeout(total=…).\n"
        f"  in {method} {url}"
    )
    assert caught.value.maybe_sent


@TRANSPORTS
@pytest.mark.parametrize("kind", ENDLESS)
def test_a_response_that_drips_in(name: Name, kind: str) -> None:
    with serving(dripping(ENDLESS[kind]())) as port, sender(name) as one:
        url = f"http://127.0.0.1:{port}/"
        with pytest.raises(TransportError) as caught:
            one.get(url, SHORT)
    check_late(caught, url, "GET")


def test_over_tls(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    serve = over_tls(authority.server_context(), dripping(ENDLESS["a header"]()))
    with serving(serve) as port, sender("urllib3", ca_bundle=authority.bundle) as one:
        url = f"https://127.0.0.1:{port}/"
        with pytest.raises(TransportError) as caught:
            one.get(url, SHORT)
    check_late(caught, url, "GET")


@TRANSPORTS
def test_a_proxy_whose_response_to_connect_drips_in(name: Name) -> None:
    with serving(dripping(bytes_of(b"HTTP/1.1 200 " + b"O" * 9999))) as port:
        proxy = f"http://127.0.0.1:{port}"
        with sender(name, proxy=proxy) as one, pytest.raises(TransportError) as caught:
            one.get("https://api.desk.example/", SHORT)
    assert "within 0." in str(caught.value)


@TRANSPORTS
def test_what_drips_in_before_the_deadline_is_a_response(name: Name) -> None:
    """And the connection is used again, with the time of the next request."""
    connections: list[int] = []

    def serve(connection: socket.socket) -> None:
        connections.append(1)
        dripping(RESPONSE[at : at + 7] for at in range(0, len(RESPONSE), 7))(connection)
        respond(connection)

    with serving(serve) as port, sender(name) as one:
        url = f"http://127.0.0.1:{port}/"
        assert one.get(url, Timeout(connect=5, read=5, total=5)).body == OK
        assert one.get(url, Timeout(connect=5, read=5, total=None)).body == OK
    assert len(connections) == 1


def endless_body(*, large: bool) -> bytes | StreamedBody:
    if large:
        return bytes(64 * 1024 * 1024)
    return StreamedBody([IterableSource(itertools.repeat(bytes(64 * 1024), 1024))])


@pytest.mark.parametrize("large", [False, True])
def test_a_server_that_reads_the_request_slowly(*, large: bool) -> None:
    """For urllib3; aiohttp gives up as well, but asyncio keeps what is unsent for the server."""

    def serve(connection: socket.socket) -> None:
        while connection.recv(64 * 1024):
            time.sleep(0.02)

    with serving(serve) as port, sender("urllib3") as one:
        url = f"http://127.0.0.1:{port}/"
        with pytest.raises(TransportError) as caught:
            one.send(Request("POST", url, {}, endless_body(large=large), SHORT))
    check_late(caught, url, "POST")
