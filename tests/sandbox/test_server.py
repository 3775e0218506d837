"""The HTTP side, spoken to by socket: what a strict HTTP/1.1 server must get right."""

import json
import logging
import re
import socket
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from resources.twilio import Client
from resources.twilio.proxy.v1.service import Service
from restmap import ConfigurationError, ServerError
from restmap.sandbox import Call, Sandbox
from restmap.sandbox.http1 import MOST_BODY_BYTES, MOST_HEAD_BYTES

AUTH = "Authorization: Basic " + b64encode(b"AC1:t").decode()
LIST = f"GET /v1/Services HTTP/1.1\r\nHost: localhost\r\n{AUTH}\r\n\r\n"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox("resources.twilio.proxy", account="AC1", token="t") as sandbox:
        yield sandbox


Connect = Callable[[], socket.socket]


@pytest.fixture
def connect(sandbox: Sandbox) -> Iterator[Connect]:
    opened: list[socket.socket] = []

    def connect() -> socket.socket:
        host, port = sandbox.url.removeprefix("http://").split(":")
        opened.append(socket.create_connection((host, int(port)), timeout=10))
        return opened[-1]

    yield connect
    for each in opened:
        each.close()


def read_all(connection: socket.socket) -> str:
    """What comes until the server closes."""
    parts = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts).decode()


def statuses(answers: str) -> list[int]:
    return [int(each) for each in re.findall(r"HTTP/1\.1 (\d+) ", answers)]


CLOSING = LIST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")


def test_one_request(connect: Connect) -> None:
    connection = connect()
    connection.sendall(CLOSING.encode())
    head, _, body = read_all(connection).partition("\r\n\r\n")
    assert head == (
        "HTTP/1.1 200 OK\r\n"
        "Content-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n"
        "Connection: close"
    )
    address = "http://localhost/v1/Services?PageSize=50&Page=0"
    assert json.loads(body) == {
        "meta": {
            "key": "services",
            "page": 0,
            "page_size": 50,
            "first_page_url": address,
            "previous_page_url": None,
            "next_page_url": None,
            "url": address,
        },
        "services": [],
    }


def test_a_connection_carries_many_requests_at_once_and_in_pieces(connect: Connect) -> None:
    connection = connect()
    connection.sendall((LIST + LIST + "\r\n" + CLOSING).encode())
    assert statuses(read_all(connection)) == [200, 200, 200]
    connection = connect()
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for byte in CLOSING.encode():
        connection.sendall(bytes([byte]))
    assert statuses(read_all(connection)) == [200]


def test_a_body_may_come_later(connect: Connect) -> None:
    body = "UniqueName=in%20pieces"
    connection = connect()
    head = CLOSING.replace("GET", "POST").replace(
        "Host", f"Content-Length: {len(body)}\r\nContent-Type: application/x-www-form-urlencoded"
        "\r\nHost"
    )  # fmt: skip
    connection.sendall(head.encode() + body[:7].encode())
    connection.sendall(body[7:].encode())
    answer = read_all(connection)
    assert statuses(answer) == [201]
    assert json.loads(answer.partition("\r\n\r\n")[2])["unique_name"] == "in pieces"


def test_http_1_0_gets_one_answer(connect: Connect) -> None:
    connection = connect()
    connection.sendall((LIST + LIST).replace("HTTP/1.1", "HTTP/1.0").encode())
    assert statuses(read_all(connection)) == [200]


def test_head_gets_no_body(connect: Connect) -> None:
    connection = connect()
    connection.sendall(CLOSING.replace("GET", "HEAD").encode())
    answer = read_all(connection)
    assert statuses(answer) == [405]
    assert answer.endswith("\r\n\r\n")


@pytest.mark.parametrize(
    ("sent", "status", "body"),
    [
        ("nonsense\r\n\r\n", 400, "The request line is not one of HTTP/1.1."),
        ("GET / HTTP/2\r\n\r\n", 400, "The request line is not one of HTTP/1.1."),
        ("GET /a b HTTP/1.1\r\n\r\n", 400, "The request line is not one of HTTP/1.1."),
        ("GET http://x/ HTTP/1.1\r\n\r\n", 400, "The request line is not one of HTTP/1.1."),
        ("GET / HTTP/1.1\r\nA : b\r\n\r\n", 400, "A header line is broken."),
        ("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", 400, "A header line is broken."),
        ("GET / HTTP/1.1\r\nA: b\nC: d\r\n\r\n", 400, "A header line is broken."),
        ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400, "The Host header names no host."),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "The Host header names no host."),
        ("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400,
         "The Content-Length is no number."),
        ("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400,
         "The Content-Length is no number."),
        ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411,
         "The body must come with a Content-Length."),
        (f"POST / HTTP/1.1\r\nContent-Length: {MOST_BODY_BYTES + 1}\r\n\r\n", 413,
         f"The body has more than {MOST_BODY_BYTES} bytes."),
        ("GET / HTTP/1.1\r\nA: " + "a" * MOST_HEAD_BYTES, 431,
         "The head of the request is too long."),
    ],
)  # fmt: skip
def test_what_is_no_request(connect: Connect, sent: str, status: int, body: str) -> None:
    connection = connect()
    connection.sendall(sent.encode())
    answer = read_all(connection)
    assert statuses(answer) == [status]
    assert answer.partition("\r\n\r\n")[2] == body


def test_the_end_leaves_no_thread_and_no_connection() -> None:
    before = threading.active_count()
    with Sandbox("resources.twilio.proxy") as sandbox:
        host, port = sandbox.url.removeprefix("http://").split(":")
        idle = socket.create_connection((host, int(port)), timeout=10)
        client = Client(sandbox.account, sandbox.token, base_url=sandbox.url)
        client.proxy.v1.services.list()
        assert threading.active_count() == before + 1
    assert threading.active_count() == before
    with suppress(ConnectionResetError):
        assert idle.recv(1) == b""
    idle.close()
    client.close()
    with pytest.raises(OSError):  # noqa: PT011  # the kind differs between systems
        socket.create_connection((host, int(port)), timeout=10)


def test_it_listens_on_loopback_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    bound: list[object] = []

    class Noting(socket.socket):
        def bind(self, address: object, /) -> None:
            bound.append(address)
            super().bind(address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "socket", Noting)
    with Sandbox("resources.twilio.proxy") as first, Sandbox("resources.twilio.proxy") as second:
        assert all(each.url.startswith("http://127.0.0.1:") for each in (first, second))
    assert [each for each in bound if each != ("127.0.0.1", 0)] == []
    assert len(bound) == 2


def test_a_port_may_be_given_and_may_be_taken(sandbox: Sandbox) -> None:
    port = int(sandbox.url.rpartition(":")[2])
    second = Sandbox("resources.twilio.proxy", port=port)
    with pytest.raises(ConfigurationError, match=f"the port {port} cannot be used"), second:
        pass
    second.stop()


def test_a_function_that_fails_is_answered_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    with Sandbox("resources.twilio.proxy") as sandbox:

        @sandbox.override(Service, "create")
        def create(call: Call) -> None:
            raise ZeroDivisionError("of mine")

        client = Client(sandbox.account, sandbox.token, base_url=sandbox.url, retries=1)
        with pytest.raises(ServerError) as refused, client:
            client.proxy.v1.services.create(unique_name="x")
    assert (refused.value.code, refused.value.message) == (
        20500,
        "The sandbox failed; its log says why.",
    )
    (record,) = [each for each in caplog.records if each.name == "restmap.sandbox"]
    assert record.levelno == logging.ERROR
    assert "ZeroDivisionError: of mine" in (caplog.text)
