"""The sandbox over HTTP: what waitress does for it, and how it starts and ends."""

import json
import logging
import re
import socket
import sys
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from resources.twilio import Client
from resources.twilio.proxy.v1.service import Service
from restmap import ApiError, ConfigurationError, Response, ServerError
from restmap.sandbox import HandlerResult, Sandbox, SandboxCall
from restmap.sandbox.http_server import MAX_HEADER_BYTES
from restmap.sandbox.wsgi import MAX_BODY_BYTES

AUTH = "Authorization: Basic " + b64encode(b"AC1:t").decode()
FORM = "Content-Type: application/x-www-form-urlencoded"
LIST = f"GET /v1/Services HTTP/1.1\r\nHost: localhost\r\n{AUTH}\r\n\r\n"
CLOSING = LIST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
CREATE = CLOSING.replace("GET", "POST").replace("Host", f"{FORM}\r\nHost")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox("resources.twilio.proxy", account="AC1", token="t") as sandbox:
        yield sandbox


Connect = Callable[[], socket.socket]


@pytest.fixture
def connect(sandbox: Sandbox) -> Iterator[Connect]:
    opened: list[socket.socket] = []

    def connect() -> socket.socket:
        opened.append(socket.create_connection(address(sandbox), timeout=10))
        return opened[-1]

    yield connect
    for each in opened:
        each.close()


def address(sandbox: Sandbox) -> tuple[str, int]:
    host, port = sandbox.url.removeprefix("http://").split(":")
    return host, int(port)


def read_all(connection: socket.socket) -> str:
    """What comes until the server closes."""
    parts = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts).decode()


def statuses(responses: str) -> list[int]:
    return [int(each) for each in re.findall(r"HTTP/1\.[01] (\d+) ", responses)]


def test_one_request(connect: Connect) -> None:
    connection = connect()
    connection.sendall(CLOSING.encode())
    head, _, body = read_all(connection).partition("\r\n\r\n")
    line, *headers = head.split("\r\n")
    assert line == "HTTP/1.1 200 OK"
    assert dict(each.split(": ") for each in headers) | {"Date": ""} == {
        "Connection": "close",
        "Content-Length": str(len(body)),
        "Content-Type": "application/json",
        "Date": "",
        "Server": "waitress",
    }
    url = "http://localhost/v1/Services?PageSize=50&Page=0"
    assert json.loads(body) == {
        "meta": {
            "key": "services",
            "page": 0,
            "page_size": 50,
            "first_page_url": url,
            "previous_page_url": None,
            "next_page_url": None,
            "url": url,
        },
        "services": [],
    }


def test_a_connection_carries_many_requests_at_once_and_in_pieces(connect: Connect) -> None:
    connection = connect()
    connection.sendall((LIST + LIST + CLOSING).encode())
    assert statuses(read_all(connection)) == [200, 200, 200]
    connection = connect()
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for byte in CLOSING.encode():
        connection.sendall(bytes([byte]))
    assert statuses(read_all(connection)) == [200]


def test_a_body_may_come_later(connect: Connect) -> None:
    connection = connect()
    connection.sendall(CREATE.replace("Host", "Content-Length: 15\r\nHost").encode() + b"UniqueN")
    connection.sendall(b"ame=late")
    response = read_all(connection)
    assert statuses(response) == [201]
    assert json.loads(response.partition("\r\n\r\n")[2])["unique_name"] == "late"


def test_a_body_may_come_in_chunks(connect: Connect) -> None:
    connection = connect()
    connection.sendall(CREATE.replace("Host", "Transfer-Encoding: chunked\r\nHost").encode())
    connection.sendall(b"b\r\nUniqueName=\r\n6\r\nchunks\r\n0\r\n\r\n")
    response = read_all(connection)
    assert statuses(response) == [201]
    assert json.loads(response.partition("\r\n\r\n")[2])["unique_name"] == "chunks"


def test_a_client_that_waits_before_its_body_is_told_to_go_on(connect: Connect) -> None:
    connection = connect()
    connection.sendall(
        CREATE.replace("Host", "Content-Length: 15\r\nExpect: 100-continue\r\nHost").encode()
    )
    assert connection.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
    connection.sendall(b"UniqueName=wait")
    assert statuses(read_all(connection)) == [201]


def test_http_1_0_gets_one_response(connect: Connect) -> None:
    connection = connect()
    connection.sendall(LIST.replace("HTTP/1.1\r\nHost: localhost", "HTTP/1.0").encode())
    assert statuses(read_all(connection)) == [200]


def test_head_gets_no_body(connect: Connect) -> None:
    connection = connect()
    connection.sendall(CLOSING.replace("GET", "HEAD").encode())
    response = read_all(connection)
    assert statuses(response) == [405]
    assert response.endswith("\r\n\r\n")


def test_a_path_stays_percent_encoded_and_repeated_headers_are_joined(connect: Connect) -> None:
    connection = connect()
    connection.sendall(
        CLOSING.replace("/v1/Services", "/v1/Services/a%2Fb").replace(
            "Connection", "Host: evil.example\r\nConnection"
        ).encode()
    )  # fmt: skip
    response = read_all(connection)
    assert statuses(response) == [400]
    assert json.loads(response.partition("\r\n\r\n")[2])["message"] == (
        "The Host header 'localhost, evil.example' does not name a host."
    )
    connection = connect()
    connection.sendall(CLOSING.replace("/v1/Services", "/v1/Services/a%2Fb").encode())
    response = read_all(connection)
    assert statuses(response) == [404]
    assert json.loads(response.partition("\r\n\r\n")[2])["message"] == (
        "The requested resource /v1/Services/a%2Fb was not found."
    )


def test_a_body_that_is_too_large_is_refused_as_the_api_would(sandbox: Sandbox) -> None:
    with (
        Client("AC1", "t", base_url=sandbox.url, retries=1) as client,
        pytest.raises(ApiError) as refused,
    ):
        client.proxy.v1.services.create(unique_name="x" * MAX_BODY_BYTES)
    assert (refused.value.status, refused.value.code) == (413, 20413)
    assert refused.value.message == f"The request body has more than {MAX_BODY_BYTES} bytes."


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("nonsense\r\n\r\n", 400),
        ("GET /a b HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nA : b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nA: b\nC: d\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (f"POST / HTTP/1.1\r\nContent-Length: {2 * MAX_BODY_BYTES + 1}\r\n\r\n", 413),
        ("GET / HTTP/1.1\r\nA: ".ljust(MAX_HEADER_BYTES, "a"), 431),
    ],
)
def test_what_is_no_request(connect: Connect, sent: str, status: int) -> None:
    connection = connect()
    connection.sendall(sent.encode())
    assert statuses(read_all(connection)) == [status]


# -- starting and ending --------------------------------------------------------------------


def test_the_end_leaves_no_thread_and_no_connection() -> None:
    before = set(threading.enumerate())
    sandbox = Sandbox("resources.twilio.proxy")
    with sandbox:
        where = address(sandbox)
        idle = socket.create_connection(where, timeout=10)
        unfinished = socket.create_connection(where, timeout=10)
        unfinished.sendall(b"POST / HTTP/1.1\r\nContent-Length: 900000\r\n\r\n" + b" " * 600_000)
        client = Client(sandbox.account, sandbox.token, base_url=sandbox.url)
        client.proxy.v1.services.list()
        assert sandbox.start() is sandbox
    assert set(threading.enumerate()) == before
    for each in (idle, unfinished):
        with suppress(ConnectionResetError):
            assert each.recv(1) == b""
        each.close()
    client.close()
    with pytest.raises(OSError):  # noqa: PT011  # the kind differs between systems
        socket.create_connection(where, timeout=10)
    sandbox.stop()


def test_the_end_waits_for_a_request_that_is_being_handled() -> None:
    sandbox = Sandbox("resources.twilio.proxy").start()
    entered = threading.Event()

    @sandbox.override(Service, "create")
    def create(call: SandboxCall) -> HandlerResult:
        entered.set()
        assert not ended.wait(0.2)
        return call.run_default()

    ended = threading.Event()
    client = Client(sandbox.account, sandbox.token, base_url=sandbox.url)
    created: list[str] = []
    thread = threading.Thread(
        target=lambda: created.append(client.proxy.v1.services.create(unique_name="x").unique_name)
    )
    thread.start()
    assert entered.wait(10)
    sandbox.stop()
    ended.set()
    thread.join()
    client.close()
    assert created == ["x"]


def test_a_client_that_does_not_read_keeps_nobody_waiting() -> None:
    before = set(threading.enumerate())
    with Sandbox("resources.twilio.proxy", account="AC1", token="t") as sandbox:
        handled = threading.Semaphore(0)

        @sandbox.override(Service, "list")
        def list_(call: SandboxCall) -> Response:
            handled.release()
            return Response(200, body=b" " * 1024 * 1024)

        # Their responses are more than sockets and waitress's buffers hold by default.
        with socket.create_connection(address(sandbox), timeout=10) as silent:
            silent.sendall((LIST * 50).encode())
            assert all(handled.acquire(timeout=10) for _ in range(50))
            with Client("AC1", "t", base_url=sandbox.url) as client:
                assert client.proxy.v1.services.create(unique_name="x").unique_name == "x"
            sandbox.stop()
    assert set(threading.enumerate()) == before


def test_a_sandbox_that_was_stopped_says_so() -> None:
    with Sandbox("resources.twilio.proxy") as sandbox:
        pass
    message = "the sandbox was stopped, and its records are closed.\n  Make a new Sandbox."
    client = Client(sandbox.account, sandbox.token, transport=sandbox)
    for use in (
        sandbox.start,
        client.proxy.v1.services.list,
        lambda: sandbox.add(Service, unique_name="x"),
    ):
        with pytest.raises(ConfigurationError) as refused:
            use()
        assert str(refused.value) == message
    with pytest.raises(ConfigurationError) as unstarted:
        _ = sandbox.url
    assert str(unstarted.value) == (
        "the sandbox has no address, because it is not started.\n"
        "  Start it: with sandbox: … or sandbox.start()."
    )


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


@pytest.mark.parametrize(
    ("port", "reason"), [(-1, "it is not between 0 and 65535"), (70000, "it is not between")]
)
def test_a_port_that_is_none(port: int, reason: str) -> None:
    sandbox = Sandbox("resources.twilio.proxy", port=port)
    with pytest.raises(ConfigurationError, match=f"the port {port} cannot be used: {reason}"):
        sandbox.start()
    sandbox.stop()


def test_a_port_may_be_given_and_may_be_taken(sandbox: Sandbox) -> None:
    port = address(sandbox)[1]
    second = Sandbox("resources.twilio.proxy", port=port)
    with pytest.raises(ConfigurationError, match=f"the port {port} cannot be used"), second:
        pass
    second.stop()


def test_without_waitress_it_is_a_transport_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "waitress", None)
    monkeypatch.delitem(sys.modules, "restmap.sandbox.http_server")
    sandbox = Sandbox("resources.twilio.proxy")
    with pytest.raises(ConfigurationError) as refused:
        sandbox.start()
    assert str(refused.value) == (
        "serving a sandbox over HTTP needs waitress.\n  Run: pip install 'restmap[sandbox]'"
    )
    client = Client(sandbox.account, sandbox.token, transport=sandbox)
    assert client.proxy.v1.services.list() == []
    sandbox.stop()


def test_a_function_that_fails_gets_a_response_and_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with Sandbox("resources.twilio.proxy") as sandbox:

        @sandbox.override(Service, "create")
        def create(call: SandboxCall) -> None:
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


def test_many_clients_at_once_are_served_without_a_warning(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    found: list[int] = []

    def use() -> None:
        with Client("AC1", "t", base_url=sandbox.url) as client:
            found.append(sum(1 for _ in range(20) if client.proxy.v1.services.page() is not None))

    threads = [threading.Thread(target=use) for _ in range(20)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == [20] * 20
    assert caplog.messages == []


@pytest.mark.parametrize("over_http", [True, False])
def test_a_function_that_handles_a_request_can_stop_the_sandbox(over_http: bool) -> None:
    threads = set(threading.enumerate())
    sandbox = Sandbox("resources.twilio.proxy", account="AC1", token="t")

    @sandbox.override(Service, "create")
    def create(call: SandboxCall) -> HandlerResult:
        sandbox.stop()
        return call.run_default()

    if over_http:
        sandbox.start()
    given: Any = {"base_url": sandbox.url} if over_http else {"transport": sandbox}
    with Client("AC1", "t", **given) as client:
        assert client.proxy.v1.services.create(unique_name="desk").unique_name == "desk"
        sandbox.stop()
        assert set(threading.enumerate()) == threads
        with pytest.raises(ConfigurationError, match="the sandbox was stopped"):
            sandbox.records(Service)
