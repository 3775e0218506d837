"""The WSGI application, called in process; the validator of the standard library listens in."""

import json
import logging
from base64 import b64encode
from collections.abc import Iterator
from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.types import WSGIApplication
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import attrs
import pytest

from resources.twilio.proxy.v1.service import Service
from restmap import (
    UNSET,
    Client,
    Domain,
    Paging,
    Params,
    Request,
    Resource,
    Response,
    TokenPage,
    Version,
    as_written,
    collection,
    domain,
    version,
)
from restmap.sandbox import Sandbox, SandboxCall
from restmap.sandbox.wsgi import MAX_BODY_BYTES, WsgiApplication

AUTH = "Basic " + b64encode(b"AC1:t").decode()
FORM = "application/x-www-form-urlencoded"


@attrs.frozen
class Received:
    """What an application gave its server. status: the whole line of it, such as "200 OK"."""

    status: str
    headers: dict[str, str]
    body: bytes

    @property
    def message(self) -> str:
        """What Twilio's form of an error says."""
        error = json.loads(self.body)
        assert error["status"] == int(self.status[:3])
        return str(error["message"])


def call(
    application: WSGIApplication, method: str, target: str, body: bytes = b"", **environ: Any
) -> Received:
    """One call of an application. environ: beside what a server has anyway; None for without."""
    path, _, query = target.partition("?")
    given: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "REQUEST_URI": target,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_AUTHORIZATION": AUTH,
        "wsgi.input": BytesIO(body),
        **({"CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": FORM} if body else {}),
        **environ,
    }
    setup_testing_defaults(given)
    given = {name: value for name, value in given.items() if value is not None}
    started: list[tuple[str, dict[str, str]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> Any:
        started.append((status, dict(headers)))
        return None

    chunks = validator(application)(given, start_response)
    try:
        whole = b"".join(chunks)
    finally:
        chunks.close()  # type: ignore[attr-defined]
    ((status, headers),) = started
    return Received(status, headers, whole)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox("resources.twilio.proxy", account="AC1", token="t")
    yield sandbox
    sandbox.stop()


def test_a_request_and_its_response(sandbox: Sandbox) -> None:
    created = call(sandbox.wsgi, "POST", "/v1/Services", b"UniqueName=desk")
    assert created.status == "201 Created"
    assert created.headers == {
        "Content-Type": "application/json",
        "Content-Length": str(len(created.body)),
    }
    service = json.loads(created.body)
    assert service["url"] == f"http://127.0.0.1/v1/Services/{service['sid']}"
    assert call(sandbox.wsgi, "GET", "/v1/Services/desk").body == created.body
    deleted = call(sandbox.wsgi, "DELETE", "/v1/Services/desk")
    assert deleted == Received("204 No Content", {}, b"")


def test_head_has_the_headers_and_no_body(sandbox: Sandbox) -> None:
    assert call(sandbox.wsgi, "HEAD", "/v1/Services") == Received(
        "405 Method Not Allowed",
        {"Content-Type": "application/json", "Allow": "GET, POST", "Content-Length": "143"},
        b"",
    )


@pytest.fixture
def seen(sandbox: Sandbox) -> list[Request]:
    """The requests of creates, as the sandbox reads them."""
    requests: list[Request] = []

    @sandbox.override(Service, "create")
    def create(call: SandboxCall) -> Response:
        requests.append(call.request)
        return Response(299, {"Content-Type": "text/plain", "Content-Length": "7"}, b"whole")

    return requests


CREATE = {"body": b"UniqueName=desk"}


def test_headers_pass_both_ways(sandbox: Sandbox, seen: list[Request]) -> None:
    received = call(
        sandbox.wsgi, "POST", "/v1/Services", b"UniqueName=desk", HTTP_X_TWO="a, b",
        HTTP_HOST="localhost:80",
    )  # fmt: skip
    assert received == Received(
        "299 ", {"Content-Type": "text/plain", "Content-Length": "5"}, b"whole"
    )
    (request,) = seen
    assert (request.method, request.url) == ("POST", "http://localhost:80/v1/Services")
    assert dict(request.headers) == {
        "Authorization": AUTH,
        "X-Two": "a, b",
        "Host": "localhost:80",
        "Content-Type": FORM,
        "Content-Length": "15",
    }
    assert request.body == b"UniqueName=desk"


@pytest.mark.parametrize(
    ("environ", "body"),
    [
        ({"CONTENT_LENGTH": "10"}, b"UniqueName"),
        ({"CONTENT_LENGTH": None}, None),
        ({"CONTENT_LENGTH": ""}, None),
        ({"CONTENT_LENGTH": "0"}, None),
        ({"CONTENT_LENGTH": None, "wsgi.input_terminated": True}, b"UniqueName=desk"),
    ],
)
def test_a_body_ends_where_the_server_says(
    sandbox: Sandbox, environ: dict[str, Any], body: bytes | None
) -> None:
    def handle(request: Request) -> Response:
        assert request.body == body
        return Response(200, {"Content-Type": "text/plain"})

    application = WsgiApplication(handle, sandbox.wsgi.refuse, frozenset())
    given = call(application, "POST", "/v1/Services", b"UniqueName=desk", **environ)
    assert given.status == "200 OK"


# Its name in RFC 9110 is that of Python 3.13 and later.
_TOO_LARGE = f"413 {HTTPStatus(413).phrase}"


@pytest.mark.parametrize(
    ("environ", "status", "message"),
    [
        ({"CONTENT_LENGTH": "99"}, "400 Bad Request",
         "The request body ended after 15 of 99 bytes."),
        ({"CONTENT_LENGTH": str(MAX_BODY_BYTES + 1)}, _TOO_LARGE,
         "The request body has more than 16777216 bytes."),
        ({"CONTENT_LENGTH": None, "HTTP_TRANSFER_ENCODING": "chunked"}, "411 Length Required",
         "The request body needs a Content-Length."),
        ({"CONTENT_LENGTH": None, "wsgi.input_terminated": True,
          "wsgi.input": BytesIO(b" " * (MAX_BODY_BYTES + 1))}, _TOO_LARGE,
         "The request body has more than 16777216 bytes."),
    ],
)  # fmt: skip
def test_a_body_that_is_refused(
    sandbox: Sandbox, environ: dict[str, Any], status: str, message: str
) -> None:
    received = call(sandbox.wsgi, "POST", "/v1/Services", b"UniqueName=desk", **environ)
    assert (received.status, received.message) == (status, message)


@pytest.mark.parametrize(
    ("length", "status"), [("-1", 400), ("+1", 400), ("1_0", 400), ("١", 400), ("9" * 5000, 413)]
)
def test_a_content_length_that_the_validator_does_not_let_through(
    sandbox: Sandbox, length: str, status: int
) -> None:
    def application(environ: Any, start_response: Any) -> Any:
        return sandbox.wsgi({**environ, "CONTENT_LENGTH": length}, start_response)

    received = call(application, "POST", "/v1/Services")
    assert int(received.status[:3]) == status


# -- the path -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a/b", "50 %", "größe", "a%2Fb"])
@pytest.mark.parametrize("variable", ["REQUEST_URI", "RAW_URI"])
def test_a_path_stays_percent_encoded(sandbox: Sandbox, name: str, variable: str) -> None:
    sandbox.add(Service, unique_name=name)
    target = f"/v1/Services/{quote(name, safe='')}"
    decoded = name.encode().decode("latin-1")
    environ = {"REQUEST_URI": None, variable: target, "PATH_INFO": f"/v1/Services/{decoded}"}
    received = call(sandbox.wsgi, "GET", "", **environ)
    assert (received.status, json.loads(received.body)["unique_name"]) == ("200 OK", name)


def test_without_the_text_of_the_path_only_slashes_in_values_are_lost(sandbox: Sandbox) -> None:
    for name in ("50 %", "größe", "a/b"):
        sandbox.add(Service, unique_name=name)
    statuses = [
        call(
            sandbox.wsgi, "GET", "", REQUEST_URI=None, QUERY_STRING="",
            PATH_INFO="/v1/Services/" + name.encode().decode("latin-1"),
        ).status
        for name in ("50 %", "größe", "a/b")
    ]  # fmt: skip
    assert statuses == ["200 OK", "200 OK", "404 Not Found"]


def test_a_query_without_the_text_of_the_target(sandbox: Sandbox) -> None:
    received = call(sandbox.wsgi, "GET", "/v1/Services?PageSize=7", REQUEST_URI=None)
    assert json.loads(received.body)["meta"]["page_size"] == 7


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("http://localhost/v1/Services", "200 OK"),
        ("http://proxy.twilio.com/v1/Services", "200 OK"),
        ("http://elsewhere.example/v1/Services", "421 Misdirected Request"),
        ("http://u@localhost/v1/Services", "400 Bad Request"),
        ("http://localhost", "400 Bad Request"),
        ("*", "400 Bad Request"),
        ("/v1/größe", "400 Bad Request"),
        ("/v1/Services#top", "400 Bad Request"),
        ("//v1/Services", "404 Not Found"),
        ("/v1/%ff", "404 Not Found"),
    ],
)
def test_the_target_of_a_request(sandbox: Sandbox, target: str, status: str) -> None:
    received = call(sandbox.wsgi, "GET", "/v1/Services", REQUEST_URI=target)
    assert received.status == status
    if status == "400 Bad Request" and "@" not in target:
        assert received.message == (
            "The request target is not a percent-encoded path that begins with '/'."
        )


# -- who may ask ----------------------------------------------------------------------------

REFUSED = "The sandbox does not serve the host {}; use localhost or a declared domain."
MALFORMED = "The Host header {} does not name a host."


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1:8080", "localhost", "LocalHost:1", "[::1]", "[::1]:99999",
     "proxy.twilio.com", "Proxy.Twilio.com:443", None],
)  # fmt: skip
def test_hosts_that_are_served(sandbox: Sandbox, host: str | None) -> None:
    environ = {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "1"}
    assert call(sandbox.wsgi, "GET", "/v1/Services", HTTP_HOST=host, **environ).status == "200 OK"


@pytest.mark.parametrize(
    ("host", "status", "message"),
    [
        ("evil.example", 421, REFUSED.format("'evil.example'")),
        ("evil.example:80", 421, REFUSED.format("'evil.example'")),
        ("localhost.evil.example", 421, REFUSED.format("'localhost.evil.example'")),
        ("127.0.0.2", 421, REFUSED.format("'127.0.0.2'")),
        ("0.0.0.0", 421, REFUSED.format("'0.0.0.0'")),
        ("[::::]", 421, REFUSED.format("'[::::]'")),
        ("[1.2.3]", 421, REFUSED.format("'[1.2.3]'")),
        ("[2001:db8::1]:80", 421, REFUSED.format("'[2001:db8::1]'")),
        ("[v1.x]", 400, MALFORMED.format("'[v1.x]'")),
        ("[::1", 400, MALFORMED.format("'[::1'")),
        ("a/b", 400, MALFORMED.format("'a/b'")),
        ("localhost:http", 400, MALFORMED.format("'localhost:http'")),
        ("localhost, localhost", 400, MALFORMED.format("'localhost, localhost'")),
        ("user@localhost", 400, MALFORMED.format("'user@localhost'")),
        ("localhost\n", 400, MALFORMED.format(r"'localhost\n'")),
        ("", 400, MALFORMED.format("''")),
    ],
)
def test_hosts_that_are_refused(sandbox: Sandbox, host: str, status: int, message: str) -> None:
    received = call(sandbox.wsgi, "GET", "/v1/Services", HTTP_HOST=host)
    assert (int(received.status[:3]), received.message) == (status, message)


def test_a_url_that_is_none_is_refused_in_process_too(sandbox: Sandbox) -> None:
    response = sandbox.handle(Request("GET", "http://[::::]/v1/Services", {"Authorization": AUTH}))
    assert (response.status, json.loads(response.body)["message"]) == (
        400,
        "'http://[::::]/v1/Services' is not a URL.",
    )


def test_a_page_of_another_origin_is_refused(sandbox: Sandbox) -> None:
    for origin in ("https://evil.example", "http://localhost:3000", "null", "https://localhost"):
        received = call(
            sandbox.wsgi, "GET", "/v1/Services", HTTP_HOST="localhost", HTTP_ORIGIN=origin
        )
        assert (received.status, received.message) == (
            "403 Forbidden",
            f"The sandbox does not serve web pages of another origin: {origin!r}.",
        )
    preflight = call(
        sandbox.wsgi, "OPTIONS", "/v1/Services", HTTP_ORIGIN="https://evil.example",
        HTTP_ACCESS_CONTROL_REQUEST_METHOD="POST",
    )  # fmt: skip
    assert preflight.status == "403 Forbidden"
    assert not [name for name in preflight.headers if name.startswith("Access-Control")]


def test_its_own_origin_is_served_without_cors_headers(sandbox: Sandbox) -> None:
    received = call(
        sandbox.wsgi, "GET", "/v1/Services", HTTP_HOST="localhost:8", HTTP_ORIGIN="http://LOCALHOST:8"
    )  # fmt: skip
    assert received.status == "200 OK"
    assert set(received.headers) == {"Content-Type", "Content-Length"}


def test_credentials_are_asked_for_after_the_host(sandbox: Sandbox) -> None:
    asked = {"HTTP_AUTHORIZATION": None}
    assert call(sandbox.wsgi, "GET", "/", **asked).status == "401 Unauthorized"
    assert call(sandbox.wsgi, "GET", "/", HTTP_HOST="x.example", **asked).status[:3] == "421"


# -- what failed ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("returned", "said"),
    [
        (ZeroDivisionError("of mine"), "ZeroDivisionError: of mine"),
        (Response(200, {"Connection": "close"}),
         "the response has the header 'Connection', which only the server may set.\n"
         "  Leave it out."),
        (Response(200, {"X-Split": "a\r\nSet-Cookie: b"}),
         r"the header 'X-Split' of the response cannot be sent: 'a\r\nSet-Cookie: b'."
         "\n  Write it in Latin-1, without line breaks."),
        (Response(200, {"X-Price": "5 €"}), "the header 'X-Price' of the response cannot be sent"),
        (Response(200, {"X Y": "1"}), "the header 'X Y' of the response cannot be sent"),
        ({"sid": float("nan")}, "returned what JSON cannot hold"),
    ],
)  # fmt: skip
def test_a_function_that_fails_is_logged(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture, returned: Any, said: str
) -> None:
    @sandbox.override(Service, "create")
    def create(call: SandboxCall) -> Any:
        if isinstance(returned, Exception):
            raise returned
        return returned

    received = call(sandbox.wsgi, "POST", "/v1/Services", b"UniqueName=x")
    assert received.status == "500 Internal Server Error"
    assert received.message == "The sandbox failed; its log says why."
    assert said in caplog.text


def test_what_is_refused_before_it_is_a_request_is_logged(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "restmap.sandbox")
    call(sandbox.wsgi, "GET", "/", HTTP_HOST="a\nb")
    assert caplog.messages == [r"refused with 400: The Host header 'a\nb' does not name a host."]


# -- bodies and tokens that are no more than text ----------------------------------------------


PAGE = TokenPage("data", token="next", parameter="page_token")


class Note(Resource, uri="/notes/{id}", page=PAGE, body="json", parameter_names=as_written):
    id: int
    text: Any
    url: str

    class Create(Params):
        text: Any = UNSET
        url: str = UNSET

    class Update(Params):
        url: str = UNSET

    class Fetch(Params): ...

    class List(Paging): ...


class V1(Version, prefix="/v1"):
    notes = collection(Note)


class Notes(Domain, host="notes.example"):
    v1 = version(V1)


class NotesClient(Client, title="Notes"):
    notes = domain(Notes)


@pytest.fixture
def notes() -> Iterator[Sandbox]:
    sandbox = Sandbox(NotesClient, account="AC1", token="t")
    yield sandbox
    sandbox.stop()


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (b'{"text": NaN}', "The body is not JSON."),
        (b'{"text": [-Infinity]}', "The body is not JSON."),
        (b'{"text": 1e999}', "The body cannot be kept: expected a finite number."),
        (b'{"text": ' + b"9" * 5000 + b"}", "The body is not JSON."),
        (b'{"text": {"a": "\\ud800"}}',
         "The body cannot be kept: expected text without half a surrogate pair."),
        (b'{"\\ud800": 1}',
         "The body cannot be kept: expected text without half a surrogate pair."),
        (b'{"text": ' + b"[" * 101 + b"]" * 101 + b"}",
         "The body cannot be kept: expected at most 100 levels of lists and objects."),
        (b"[" * 100_000, "The body is not JSON."),
        (b"\xff", "The body is not JSON."),
    ],
)  # fmt: skip
def test_json_that_cannot_be_kept(notes: Sandbox, body: bytes, detail: str) -> None:
    received = call(notes.wsgi, "POST", "/v1/notes", body, CONTENT_TYPE="application/json")
    assert received.status == "400 Bad Request"
    assert json.loads(received.body)["detail"] == detail


def test_json_that_is_kept(notes: Sandbox) -> None:
    value = {"deep": [[[1.5, "\U0001f600", None]]]}
    body = json.dumps({"text": value}).encode()
    created = call(notes.wsgi, "POST", "/v1/notes", body, CONTENT_TYPE="application/json")
    assert json.loads(created.body)["text"] == value


@pytest.mark.parametrize(
    "token", ["PA9223372036854775808", "PB" + "9" * 5000, "PA", "PC1", "PA-1", "%00", "PA%D9%A1"]
)
def test_page_tokens_that_no_page_gave(notes: Sandbox, token: str) -> None:
    received = call(notes.wsgi, "GET", f"/v1/notes?page_token={token}")
    detail = json.loads(received.body)["detail"]
    assert received.status == "400 Bad Request"
    assert detail.startswith("Invalid value ")
    assert detail.endswith(" for the parameter page_token: expected a token that a page gave.")


def test_a_url_that_was_given_is_not_the_record_s_own(notes: Sandbox) -> None:
    def created(body: bytes) -> Any:
        given = call(notes.wsgi, "POST", "/v1/notes", body, CONTENT_TYPE="application/json")
        return json.loads(given.body)["url"]

    assert created(b'{"url": "https://mine.example/hook"}') == "https://mine.example/hook"
    assert created(b"{}") == "http://127.0.0.1/v1/notes/2"


# -- another server -------------------------------------------------------------------------


class Silent(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None: ...


def test_any_server_of_wsgi_can_serve_it(sandbox: Sandbox) -> None:
    import threading

    from resources.twilio import Client

    with make_server("127.0.0.1", 0, sandbox.wsgi, handler_class=Silent) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            base_url = f"http://127.0.0.1:{server.server_port}"
            with Client("AC1", "t", base_url=base_url) as client:
                service = client.proxy.v1.services.create(unique_name="50 %")
                assert client.proxy.v1.services("50 %").fetch().sid == service.sid
                service.delete()
                assert client.proxy.v1.services.list() == []
        finally:
            server.shutdown()
            thread.join()
