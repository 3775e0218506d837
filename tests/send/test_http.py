"""HTTP itself: a client without a transport of its own, over a socket to this machine."""

from __future__ import annotations

import gc
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from resources.twilio import Client
from restmap import (
    NotFoundError,
    ParameterError,
    Params,
    Resource,
    Response,
    TransportError,
    collection,
    param,
    pascal_case,
)
from tests.support import DeskClient


class Handler(BaseHTTPRequestHandler):
    """Responds with the request it received."""

    protocol_version = "HTTP/1.1"
    timeout = 10  # an idle connection ends, so that a failing test does

    def do_any(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        asked = {
            "sid": "ECHO",
            "method": self.command,
            "path": self.path,
            "headers": dict(self.headers.items()),
            "body": self.rfile.read(length).decode(),
            "port": self.client_address[1],
        }
        status, body = (200, asked) if "missing" not in self.path else (404, {"code": 20404})
        encoded = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(encoded)))
        self.end_headers()
        self.wfile.write(encoded)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_any

    def log_message(self, *_: Any) -> None: ...


@pytest.fixture
def origin() -> Iterator[str]:
    before = set(threading.enumerate())
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = False
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
    gc.collect()  # a socket that was left open is a warning now, and warnings are errors
    assert set(threading.enumerate()) == before


class Echo(Resource, uri="/Echoes/{sid}", body="form", parameter_names=pascal_case):
    sid: str
    method: str
    path: str
    headers: dict[str, str]
    body: str
    port: int

    class Create(Params):
        name: str
        trace: str = param(location="header", name="X-Trace", default="none")

    class Update(Params, method="PATCH", body="json"):
        name: str | None

    class Fetch(Params):
        after: str = param(default="a b")

    class Delete(Params): ...


def echoes_of(client: DeskClient) -> Any:
    return collection(Echo).under(client.desk.v1)


def test_method_path_headers_and_body_arrive(origin):
    with DeskClient(base_url=origin, headers={"X-Team": "tests"}) as client:
        echoes = echoes_of(client)
        created = echoes.create(name="Zoë & co", trace="t1")
        fetched = echoes("a/b").fetch(after="1+1=2")
        updated = echoes("é").update(name=None)
    assert (created.method, created.path) == ("POST", "/v1/Echoes")
    assert created.body == "Name=Zo%C3%AB+%26+co"
    assert created.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert created.headers["Content-Length"] == str(len(created.body))
    assert (created.headers["X-Trace"], created.headers["X-Team"]) == ("t1", "tests")
    assert created.headers["Accept"] == "application/json"
    assert created.headers["User-Agent"].startswith("restmap/")
    assert (fetched.method, fetched.path, fetched.body) == (
        "GET",
        "/v1/Echoes/a%2Fb?After=1%2B1%3D2",
        "",
    )
    assert (updated.method, updated.path, updated.body) == (
        "PATCH",
        "/v1/Echoes/%C3%A9",
        '{"Name":null}',
    )
    assert "Authorization" not in created.headers


def test_response_have_status_and_headers(origin):
    with DeskClient(base_url=origin) as client:
        response = echoes_of(client)("E1").fetch().response
    assert isinstance(response, Response)
    assert response.status == 200
    assert response.headers["content-type"] == "application/json"
    assert json.loads(response.body)["sid"] == "ECHO"


def test_credentials_arrive(origin):
    with Client("AC1", "hunter2", base_url=origin) as client:
        services = client.proxy.v1.services
        service = services("KS1").fetch()
    assert service.headers["Authorization"] == "Basic QUMxOmh1bnRlcjI="


def test_a_connection_is_used_again(origin):
    with DeskClient(base_url=origin) as client:
        ports = {echoes_of(client)(n).fetch().port for n in range(5)}
    assert len(ports) == 1


def test_a_refusing_response_is_an_error_and_leaves_the_connection_usable(origin):
    with DeskClient(base_url=origin) as client:
        echoes = echoes_of(client)
        before = echoes("E1").fetch().port
        with pytest.raises(NotFoundError) as caught:
            echoes("missing").fetch()
        assert echoes("E1").fetch().port == before
    assert (caught.value.code, caught.value.status) == (20404, 404)


def test_a_delete_with_a_response_body_leaves_the_connection_usable(origin):
    with DeskClient(base_url=origin) as client:
        echoes = echoes_of(client)
        assert echoes("E1").delete() is True
        assert echoes("E1").fetch().method == "GET"


def test_threads_share_a_client(origin):
    seen: list[str] = []
    with DeskClient(base_url=origin) as client:
        echoes = echoes_of(client)
        threads = [
            threading.Thread(target=lambda n=n: seen.append(echoes(f"E{n}").fetch().path))
            for n in range(8)
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert sorted(seen) == [f"/v1/Echoes/E{n}?After=a+b" for n in range(8)]


def test_a_refused_connection_says_that_nothing_was_sent():
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # taken, and nobody listens
        origin = f"http://127.0.0.1:{bound.getsockname()[1]}"
        with (
            DeskClient(base_url=origin, retries=1) as client,
            pytest.raises(TransportError) as caught,
        ):
            echoes_of(client).create(name="secret")
    error = caught.value
    assert error.maybe_sent is False
    assert (error.method, error.url) == ("POST", f"{origin}/v1/Echoes")
    rule, remedy, place = str(error).splitlines()
    assert "the connection was refused" in rule
    assert "Nothing was sent" in remedy
    assert place == f"  in POST {origin}/v1/Echoes"


def test_a_connection_that_breaks_off_says_that_it_may_have_arrived():
    def hang_up(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(65536)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=hang_up, args=(listening,))
        thread.start()
        origin = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with (
            DeskClient(base_url=origin, retries=1) as client,
            pytest.raises(TransportError) as caught,
        ):
            echoes_of(client).create(name="a")
        thread.join()
    assert caught.value.maybe_sent is True
    assert "The request may have reached the server." in str(caught.value)


def test_a_server_that_does_not_respond_is_not_waited_for():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        origin = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with (
            DeskClient(base_url=origin, retries=1, timeout=0.05) as client,
            pytest.raises(TransportError) as caught,
        ):
            echoes_of(client)("E1").fetch()
    assert caught.value.maybe_sent is True


def test_what_cannot_be_sent_opens_no_connection():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        origin = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with DeskClient(base_url=origin) as client, pytest.raises(ParameterError):
            echoes_of(client).create(name=5)
        with pytest.raises(BlockingIOError):
            listening.accept()
