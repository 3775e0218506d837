"""A server that responds before it has read a large body, and may read no more of it."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from restmap import Request

from .servers import BOTH, OK, Authority, Name, Sender, over_tls, read_request_head, sender, serving

TRANSPORTS = pytest.mark.parametrize("name", BOTH)

LARGE = bytes(32 * 1024 * 1024)
REFUSAL = b"HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\n\r\nno"
REFUSAL_TO_THE_END = b"HTTP/1.1 413 Content Too Large\r\nConnection: close\r\n\r\nno"


def upload(one: Sender, url: str, body: bytes = LARGE) -> tuple[int, bytes]:
    response = one.send(Request("POST", url, body=body))
    return response.status, response.body


@pytest.mark.parametrize("response", [REFUSAL, REFUSAL_TO_THE_END])
def test_the_response_counts_and_the_connection_is_given_up(response: bytes) -> None:
    """With aiohttp; urllib3 does not read before it has sent all."""

    responded = threading.Event()

    def serve(connection: socket.socket) -> None:
        read_request_head(connection)
        connection.sendall(response)
        if response is REFUSAL_TO_THE_END:
            connection.shutdown(socket.SHUT_WR)
        # aiohttp may see the end of the second response with that of the connection alone.
        responded.wait(1)

    # The server ends first: the connection then is not left with a request that nobody reads.
    with sender("aiohttp") as one, serving(serve) as port:
        for _ in range(2):  # each on a connection of its own, or it would wait for the rest
            assert upload(one, f"http://127.0.0.1:{port}/") == (413, b"no")
        responded.set()


@TRANSPORTS
def test_a_large_body_arrives_over_tls(name: Name, tmp_path: Path) -> None:
    # What TLS itself sends after the handshake is not an early response.
    authority = Authority(tmp_path)
    counts: list[int] = []

    def serve(connection: socket.socket) -> None:
        left = len(LARGE) - len(read_request_head(connection).partition(b"\r\n\r\n")[2])
        while left:
            left -= len(connection.recv(min(left, 1 << 20)))
        counts.append(left)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(OK), OK))

    with (
        serving(over_tls(authority.server_context(), serve)) as port,
        sender(name, ca_bundle=authority.bundle) as one,
    ):
        assert upload(one, f"https://127.0.0.1:{port}/") == (200, OK)
    assert counts == [0]
