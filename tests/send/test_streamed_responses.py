"""Responses whose body is left to be read in pieces, by both transports over real HTTP."""

from __future__ import annotations

import gzip
import os
import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest

from restmap import OpenResponse, Request, Response, ResponseError, Timeout, TransportError

from .servers import BOTH, QUICK, Name, Sender, read_request_head, sender, serving

TRANSPORTS = pytest.mark.parametrize("name", BOTH)

CONTENT = os.urandom(300_000)


def response_of(body: bytes, *headers: str, length: int | None = None, status: int = 200) -> bytes:
    lines = [f"HTTP/1.1 {status} X", *headers]
    lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def serving_each(response: bytes, connections: list[int]) -> Callable[[socket.socket], None]:
    """Sends the same response to every request, and counts the connections."""

    def serve(connection: socket.socket) -> None:
        connections.append(1)
        while read_request_head(connection):
            connection.sendall(response)

    return serve


def request_of(port: int, timeout: Timeout = QUICK) -> Request:
    return Request("GET", f"http://127.0.0.1:{port}/a?token=t", timeout=timeout, streamed=True)


def opened(one: Sender, port: int, timeout: Timeout = QUICK) -> OpenResponse:
    response = one.send(request_of(port, timeout))
    assert isinstance(response, OpenResponse)
    assert response.body == b""
    return response


def read(one: Sender, response: OpenResponse, at_most: int = 10**9) -> bytes:
    """The pieces of a body, up to a number of them."""
    pieces: Any = response.pieces

    async def read_async() -> bytes:
        body, count = b"", 0
        while count < at_most and (piece := await anext(pieces, None)) is not None:
            body, count = body + piece, count + 1
        return body

    if one.runner is not None:
        return one.runner.run(read_async())
    return b"".join(piece for piece, _ in zip(pieces, range(at_most), strict=False))


@TRANSPORTS
def test_the_body_arrives_in_pieces_and_the_connection_is_used_again(name: Name) -> None:
    connections: list[int] = []
    response = response_of(CONTENT, "ETag: x")
    with serving(serving_each(response, connections)) as port, sender(name) as one:
        for _ in range(3):
            found = opened(one, port)
            assert (found.status, found.headers["etag"]) == (200, "x")
            assert read(one, found) == CONTENT
            found.close()
    assert len(connections) == 1


@TRANSPORTS
def test_what_is_not_read_ends_the_connection(name: Name) -> None:
    connections: list[int] = []
    with (
        serving(serving_each(response_of(bytes(8_000_000)), connections)) as port,
        sender(name) as one,
    ):
        for pieces in (0, 1, 2):
            found = opened(one, port)
            assert bool(read(one, found, pieces)) == bool(pieces)
            found.close()
    assert len(connections) == 3


@TRANSPORTS
@pytest.mark.parametrize("status", [304, 404, 500])
def test_any_other_response_is_read_as_a_whole(name: Name, status: int) -> None:
    body = b"" if status == 304 else b"no such file"
    response = response_of(body, status=status)
    with serving(serving_each(response, [])) as port, sender(name) as one:
        found = one.send(request_of(port))
    assert type(found) is Response
    assert (found.status, found.body) == (status, body)


@TRANSPORTS
def test_a_body_larger_than_what_is_held_in_memory(name: Name) -> None:
    connections: list[int] = []
    response = response_of(CONTENT)
    with (
        serving(serving_each(response, connections)) as port,
        sender(name, max_body_bytes=1000) as one,
    ):
        assert read(one, opened(one, port)) == CONTENT
    response = response_of(CONTENT, status=404)
    with (
        serving(serving_each(response, connections)) as port,
        sender(name, max_body_bytes=1000) as one,
        pytest.raises(ResponseError, match="larger than 1000 bytes"),
    ):
        one.send(request_of(port))


@TRANSPORTS
def test_a_body_that_breaks_off(name: Name) -> None:
    def serve(connection: socket.socket) -> None:
        read_request_head(connection)
        connection.sendall(response_of(CONTENT, length=len(CONTENT) + 1))

    with serving(serve) as port, sender(name) as one:
        found = opened(one, port)
        with pytest.raises(TransportError) as caught:
            read(one, found)
        found.close()
    assert str(caught.value) == (
        "the request failed: the response is incomplete.\n"
        "  The request may have reached the server.\n"
        f"  in GET http://127.0.0.1:{port}/a"
    )
    assert caught.value.maybe_sent
    assert caught.value.transient


@TRANSPORTS
@pytest.mark.parametrize(
    ("timeout", "found"),
    [
        (Timeout(2, 0.2, 5), "nothing was received for 0.2 seconds"),
        (Timeout(2, 2, 0.4), "the response was not complete within 0.4 seconds"),
    ],
)
def test_a_body_that_stops(name: Name, timeout: Timeout, found: str) -> None:
    given_up = threading.Event()

    def serve(connection: socket.socket) -> None:
        read_request_head(connection)
        connection.sendall(response_of(b"abc", length=4))
        given_up.wait(5)

    with sender(name) as one, serving(serve) as port:
        response = opened(one, port, timeout)
        with pytest.raises(TransportError, match=found):
            read(one, response)
        given_up.set()
        response.close()


@TRANSPORTS
def test_a_body_that_is_compressed_is_decompressed(name: Name) -> None:
    response = response_of(gzip.compress(CONTENT), "Content-Encoding: gzip")
    connections: list[int] = []
    with serving(serving_each(response, connections)) as port, sender(name) as one:
        assert read(one, opened(one, port)) == CONTENT
        assert read(one, opened(one, port)) == CONTENT
    assert len(connections) == 1


@TRANSPORTS
def test_a_body_that_cannot_be_decompressed(name: Name) -> None:
    response = response_of(b"not gzip", "Content-Encoding: gzip")
    with serving(serving_each(response, [])) as port, sender(name) as one:
        found = opened(one, port)
        with pytest.raises(ResponseError, match="is not valid 'gzip', the coding it declares"):
            read(one, found)
        found.close()
    response = response_of(b"x", "Content-Encoding: snappy")
    with (
        serving(serving_each(response, [])) as port,
        sender(name) as one,
        pytest.raises(ResponseError, match="has the coding 'snappy'"),
    ):
        one.send(request_of(port))


@TRANSPORTS
def test_a_body_that_ends_before_its_coding(name: Name) -> None:
    response = response_of(gzip.compress(CONTENT)[:-1], "Content-Encoding: gzip")
    with serving(serving_each(response, [])) as port, sender(name) as one:
        found = opened(one, port)
        with pytest.raises(TransportError, match="the response is incomplete") as caught:
            read(one, found)
        found.close()
    assert caught.value.transient
