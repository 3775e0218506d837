"""Requests of one's own, and what `options()` adds to those of a declaration."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from resources.twilio import Client as Twilio
from restmap import (
    UNSET,
    ArrayPage,
    BearerAuth,
    Client,
    Domain,
    File,
    HandlerTransport,
    NotFoundError,
    Observer,
    Paging,
    ParameterError,
    Params,
    Request,
    Resource,
    Response,
    ResponseError,
    RetryPolicy,
    as_written,
    collection,
    domain,
)
from restmap.send.origins import move_to_origin

from ..support import DeskClient, json_refusal, json_response
from .desk import COLOURS, AsyncHandler, Clock, Responder, broken, failed


class Ticket(
    Resource, uri="/tickets/{id}", page=ArrayPage("items"), body="json", parameter_names=as_written
):
    id: int
    subject: str

    class Create(Params):
        subject: str = UNSET

    class List(Paging):
        state: str = UNSET

    class Fetch(Params): ...

    class Update(Params, body="form"):
        subject: str = UNSET

    class Delete(Params): ...


class Files(Domain, host="files.desk.example"):
    tickets = collection(Ticket)


class Desk(Client, host="api.desk.example", prefix="/v1"):
    tickets = collection(Ticket)
    files = domain(Files)


class Colour(Enum):
    RED = "red"


OK = json_response({"ok": True})


class Sender:
    """Requests of one's own in one colour, and what was sent."""

    def __init__(
        self, colour: str, *responses: Responder, cls: type[Client] = Desk, **settings: Any
    ) -> None:
        self.colour = colour
        self.responses = list(responses)
        make: Any = HandlerTransport if colour == "blocking" else AsyncHandler
        self.transport: Any = make(self.respond)
        self.clock = Clock()
        self.client = cls(transport=self.transport, **{**self.clock.settings, **settings})

    def respond(self, request: Request) -> Response:
        response = self.responses.pop(0)
        return response if isinstance(response, Response) else response(request)

    def request(self, *arguments: Any, **parts: Any) -> Response:
        if self.colour == "blocking":
            return self.client.request(*arguments, **parts)
        return asyncio.run(self.client.request_async(*arguments, **parts))

    @property
    def sent(self) -> Request:
        (request,) = self.transport.requests
        return request


@pytest.mark.parametrize("colour", COLOURS)
def test_a_path_is_below_the_host_and_the_prefix(colour: str) -> None:
    sender = Sender(colour, OK, auth=BearerAuth("t"), headers={"X-Team": "blue"})

    response = sender.request("GET", "/anything", query={"page": 2})

    assert response.json() == {"ok": True}
    assert sender.sent.method == "GET"
    assert sender.sent.url == "https://api.desk.example/v1/anything?page=2"
    assert sender.sent.body is None
    assert {**sender.sent.headers, "User-Agent": ""} == {
        "User-Agent": "",
        "X-Team": "blue",
        "Accept": "application/json, */*;q=0.1",
        "Authorization": "Bearer t",
    }


QUERIES: list[tuple[dict[str, Any], str]] = [
    ({}, ""),
    ({"a": None}, ""),
    ({"a": "x y", "b": "ü&"}, "?a=x+y&b=%C3%BC%26"),
    ({"a": True, "b": 1, "c": 0.5, "d": Decimal("1.50")}, "?a=true&b=1&c=0.5&d=1.50"),
    ({"a": ["x", "y"], "b": (1, 2), "c": []}, "?a=x&a=y&b=1&b=2"),
    ({"a": date(2026, 11, 24)}, "?a=2026-11-24"),
    ({"a": [datetime(2026, 11, 24, tzinfo=UTC)]}, "?a=2026-11-24T00%3A00%3A00Z"),
    ({"a": Colour.RED}, "?a=red"),
]


@pytest.mark.parametrize(("query", "sent"), QUERIES)
def test_values_of_a_query(query: Mapping[str, Any], sent: str) -> None:
    sender = Sender("blocking", OK)

    sender.request("GET", "/a", query=query)

    assert sender.sent.url == f"https://api.desk.example/v1/a{sent}"


def test_a_query_in_the_path_is_kept_and_names_are_replaced() -> None:
    sender = Sender("blocking", OK)

    sender.request("GET", "/a?state=open&page=1", query={"page": 2})

    assert sender.sent.url == "https://api.desk.example/v1/a?state=open&page=2"


BODIES: list[tuple[dict[str, Any], bytes | None, str | None]] = [
    ({}, None, None),
    ({"json": {"a": [1, None]}}, b'{"a":[1,null]}', "application/json"),
    ({"json": None}, b"null", "application/json"),
    ({"json": {"at": date(2026, 11, 24)}}, b'{"at":"2026-11-24"}', "application/json"),
    ({"form": {"a": "x y", "b": [1, 2]}}, b"a=x+y&b=1&b=2", "application/x-www-form-urlencoded"),
    ({"form": {}}, b"", "application/x-www-form-urlencoded"),
    ({"content": b"\x00\xff"}, b"\x00\xff", "application/octet-stream"),
    ({"content": "ü"}, "ü".encode(), "text/plain; charset=utf-8"),
    ({"content": File(b"a", name="a.csv")}, b"a", "text/csv"),
    ({"content": "<a/>", "headers": {"content-type": "text/xml"}}, b"<a/>", "text/xml"),
]


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(("parts", "body", "content_type"), BODIES)
def test_bodies(
    parts: dict[str, Any], body: bytes | None, content_type: str | None, colour: str
) -> None:
    sender = Sender(colour, OK)

    sender.request("POST", "/a", **parts)

    headers = {name.lower(): text for name, text in sender.sent.headers.items()}
    assert (sender.sent.body, headers.get("content-type")) == (body, content_type)


def test_headers_replace_those_of_the_client() -> None:
    sender = Sender("blocking", OK, headers={"X-Team": "blue"})

    sender.request("GET", "/a", headers={"x-team": "red", "Accept": "text/csv"})

    assert sender.sent.headers["x-team"] == "red"
    assert "X-Team" not in sender.sent.headers
    assert sender.sent.headers["Accept"] == "text/csv"


WRONG: dict[str, tuple[tuple[Any, ...], dict[str, Any], str]] = {
    "method": (
        ("get", "/a"),
        {},
        "'get' is not an HTTP method.\n  Write it in capitals: 'GET'.\n"
        "  in get https://api.desk.example/v1/a",
    ),
    "two bodies": (
        ("POST", "/a"),
        {"json": 1, "form": {}},
        "a request has one body, found json= and form=.\n  Give one of them.\n"
        "  in POST https://api.desk.example/v1/a",
    ),
    "json": (
        ("POST", "/a"),
        {"json": {1, 2}},
        "json= cannot be sent: expected a value that JSON can represent, found set.\n"
        "  Give finite numbers, text and values that JSON has.\n"
        "  in POST https://api.desk.example/v1/a",
    ),
    "content": (
        ("POST", "/a"),
        {"content": 7},
        "content= cannot be sent: it is of type int.\n  Give text, bytes, a pathlib.Path, a file "
        "open in mode 'rb', an iterator of bytes, or a File.\n"
        "  in POST https://api.desk.example/v1/a",
    ),
    "query": (
        ("GET", "/a"),
        {"query": {"at": {"a": 1}}},
        "the query parameter 'at' cannot be of type dict: no serializer is known for it.\n"
        "  Give text, numbers, dates, or a list of them.\n"
        "  in GET https://api.desk.example/v1/a",
    ),
    "form": (
        ("POST", "/a"),
        {"form": {"x": "\ud800"}},
        "the form parameter 'x' cannot be of type str: 'utf-8' codec can't encode character "
        "'\\ud800' in position 0: surrogates not allowed.\n"
        "  Give text, numbers, dates, or a list of them.\n"
        "  in POST https://api.desk.example/v1/a",
    ),
    "header": (
        ("GET", "/a"),
        {"headers": {"X-A": "1\r\nX-Admin: 1"}},
        "the header 'X-A' cannot be sent.\n"
        "  Nothing was sent. Use letters, digits and hyphens in its name, and ASCII on one line as "
        "its value.\n"
        "  in GET https://api.desk.example/v1/a",
    ),
    "neither path nor URL": (
        ("GET", "a"),
        {},
        "'a' is neither a path nor a URL.\n"
        "  Write a path, such as '/tickets', or a URL of a host that the client sends to.\n"
        "  in Client.request",
    ),
    "host without scheme": (
        ("GET", "//evil.example/a"),
        {},
        "'//evil.example/a' is neither a path nor a URL.\n"
        "  Write a path, such as '/tickets', or a URL of a host that the client sends to.\n"
        "  in Client.request",
    ),
    "another origin": (
        ("GET", "https://evil.example/a?token=t"),
        {},
        "the client does not send to the origin of 'https://evil.example/a'; nothing was sent.\n"
        "  Write a path, such as '/tickets', or a URL of a host that the client sends to.\n"
        "  in Client.request",
    ),
    "user in the URL": (
        ("GET", "https://api.desk.example:443@evil.example/a"),
        {},
        "the client does not send to the origin of 'https://evil.example/a'; nothing was sent.\n"
        "  Write a path, such as '/tickets', or a URL of a host that the client sends to.\n"
        "  in Client.request",
    ),
    "plain http": (
        ("GET", "http://api.desk.example/a"),
        {},
        "the client does not send to the origin of 'http://api.desk.example/a'; nothing was "
        "sent.\n"
        "  Write a path, such as '/tickets', or a URL of a host that the client sends to.\n"
        "  in Client.request",
    ),
    "not a URL": (
        ("GET", "https://[half/a"),
        {},
        "'https://[half/a' is not a URL: Invalid IPv6 URL.\n"
        "  Write a path, such as '/tickets', or a URL of a host that the client sends to.\n"
        "  in Client.request",
    ),
}


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_sent_is_refused_before_anything_is_sent(wrong: str, colour: str) -> None:
    arguments, parts, message = WRONG[wrong]
    sender = Sender(colour, auth=BearerAuth("t"))

    with pytest.raises(ParameterError) as caught:
        sender.request(*arguments, **parts)

    assert str(caught.value) == message
    assert sender.transport.requests == []


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://api.desk.example/other/a", "https://api.desk.example/other/a"),
        ("https://api.desk.example:443/a?x=1", "https://api.desk.example:443/a?x=1"),
        ("https://files.desk.example/a", "https://files.desk.example/a"),
        ("/a b/ü%20c", "https://api.desk.example/v1/a%20b/%C3%BC%20c"),
    ],
)
def test_whole_urls_of_the_hosts_of_a_client(url: str, sent: str) -> None:
    sender = Sender("blocking", OK)

    sender.request("GET", url)

    assert sender.sent.url == sent


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("/a", "http://127.0.0.1:8080/api/v1/a"),
        ("https://api.desk.example/v1/a?x=1", "http://127.0.0.1:8080/api/v1/a?x=1"),
        ("https://files.desk.example/a", "http://127.0.0.1:8080/api/a"),
        ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
    ],
)
def test_with_a_base_url_everything_goes_there(url: str, sent: str) -> None:
    sender = Sender("blocking", OK, base_url="http://127.0.0.1:8080/api")

    sender.request("GET", url)

    assert sender.sent.url == sent


def test_a_client_of_several_hosts_needs_a_whole_url() -> None:
    sender = Sender("blocking", OK, cls=DeskClient)

    with pytest.raises(ParameterError) as caught:
        sender.request("GET", "/v1/a")
    sender.request("GET", "https://api.desk.example/v1/a")

    assert str(caught.value) == (
        "a path alone does not say which host of the client is meant.\n"
        "  Write the whole URL: 'https://…'.\n"
        "  in Client.request"
    )
    assert sender.sent.url == "https://api.desk.example/v1/a"


def test_a_client_of_several_hosts_with_a_base_url_takes_paths() -> None:
    sender = Sender("blocking", OK, cls=DeskClient, base_url="http://127.0.0.1:8080")

    sender.request("GET", "/v1/a")

    assert sender.sent.url == "http://127.0.0.1:8080/v1/a"


def test_hosts_of_a_client_that_computes_them() -> None:
    transport = HandlerTransport(lambda request: OK)
    client = Twilio("AC1", "t", region="ie1", edge="dublin", transport=transport)

    client.request("GET", "https://proxy.twilio.com/v1/Services")

    assert transport.requests[0].url == "https://proxy.dublin.ie1.twilio.com/v1/Services"


@pytest.mark.parametrize("colour", COLOURS)
def test_errors_and_retries_are_those_of_every_call(colour: str) -> None:
    sender = Sender(colour, failed(429), broken(maybe_sent=False), OK, failed(503), OK)
    assert sender.request("POST", "/a").json() == {"ok": True}
    assert sender.request("GET", "/a").json() == {"ok": True}

    sender = Sender(
        colour, failed(404), failed(503), retries=RetryPolicy(random_fraction=lambda: 0)
    )
    with pytest.raises(NotFoundError, match=r"^status 404: As told\n"):
        sender.request("DELETE", "/a")
    with pytest.raises(Exception, match=r"^status 503: As told\n"):
        sender.request("PATCH", "/a")
    assert sender.clock.pauses == []


class Labels(Observer):
    def __init__(self) -> None:
        self.labels: list[str] = []

    def after_response(self, call: Any) -> None:
        self.labels.append(f"{call.operation.label} {call.operation.method}")


def test_observers_see_it() -> None:
    observer = Labels()
    sender = Sender("blocking", OK, OK, observers=[observer])

    sender.request("GET", "/a")
    sender.request("VERSION-CONTROL", "/a")

    assert observer.labels == ["Client.request GET", "Client.request VERSION-CONTROL"]


LOGGED: list[tuple[dict[str, Any], str]] = [
    ({"query": {"token": "t", "a": 1}}, ", ('token', '***'), ('a', '1')"),
    ({"json": {"password": "p", "a": 1}}, ", ('password', '***'), ('a', 1)"),
    ({"form": {"secret": "s", "a": 1}}, ", ('secret', '***'), ('a', '1')"),
    ({"content": b"\xff"}, ""),
    ({"json": [1, {"token": "t"}]}, ", ('body', [1, {'token': '***'}])"),
]


@pytest.mark.parametrize(("parts", "shown"), LOGGED)
def test_the_log_masks_what_is_secret(
    parts: dict[str, Any], shown: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "restmap")

    Sender("blocking", OK).request("POST", "/a", **parts)

    assert caplog.messages[0] == f"POST {{path}} [('path', '/v1/a'){shown}]"
    assert caplog.messages[1].startswith("POST {path} 200 ")


# -- reading a response ---------------------------------------------------------------------


def test_a_response_that_is_not_json() -> None:
    with pytest.raises(ResponseError) as caught:
        Response(200, body=b"<p>Off</p>").json()

    assert caught.value.status == 200
    assert str(caught.value) == (
        "the body of the response with status code 200 is not JSON: "
        "Expecting value: line 1 column 1 (char 0).\n"
        "  Read it as bytes: response.body."
    )


@pytest.mark.parametrize(
    ("content_type", "body", "text"),
    [
        (None, "ü".encode(), "ü"),
        ("text/plain", b"\xff", "\ufffd"),
        ("text/plain; charset=ISO-8859-1", b"\xfc", "ü"),
        ('text/plain; charset="utf-16"', "ü".encode("utf-16"), "ü"),
        ("text/plain; charset=klingon", "ü".encode(), "ü"),
    ],
)
def test_the_text_of_a_response(content_type: str | None, body: bytes, text: str) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    assert Response(200, headers, body).text == text


# -- extras ---------------------------------------------------------------------------------

CALLS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "create": (
        lambda tickets: tickets.create(subject="Printer"),
        lambda tickets: tickets.create_async(subject="Printer"),
    ),
    "update": (
        lambda tickets: tickets(7).update(subject="Printer"),
        lambda tickets: tickets(7).update_async(subject="Printer"),
    ),
    "list": (
        lambda tickets: tickets.list(state="open"),
        lambda tickets: tickets.list_async(state="open"),
    ),
}


def call(sender: Sender, client: Desk, verb: str) -> Any:
    blocking, awaited = CALLS[verb]
    if sender.colour == "blocking":
        return blocking(client.tickets)

    async def run() -> Any:
        return await awaited(client.tickets)

    return asyncio.run(run())


EXTRAS: list[tuple[str, dict[str, Any], str, bytes | None]] = [
    ("create", {"extra_query": {"dry": True}}, "tickets?dry=true", b'{"subject":"Printer"}'),
    (
        "create",
        {"extra_body": {"tags": ["a"], "subject": "Fax"}},
        "tickets",
        b'{"subject":"Fax","tags":["a"]}',
    ),
    (
        "update",
        {"extra_body": {"subject": "Fax", "tags": ["a", "b"]}},
        "tickets/7",
        b"subject=Fax&tags=a&tags=b",
    ),
    ("list", {"extra_query": {"x": [1, 2]}}, "tickets?state=open&x=1&x=2", None),
    ("list", {"extra_query": {"state": "any"}}, "tickets?state=any", None),
]


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(("verb", "options", "path", "body"), EXTRAS)
def test_extras(
    verb: str, options: dict[str, Any], path: str, body: bytes | None, colour: str
) -> None:
    ticket = {"id": 7, "subject": "Printer"}
    sender = Sender(colour, json_response({"items": []} if verb == "list" else ticket))

    call(sender, sender.client.options(**options), verb)  # type: ignore[arg-type]

    assert sender.sent.url == f"https://api.desk.example/v1/{path}"
    assert sender.sent.body == body


def test_extras_of_options_add_up_and_the_client_has_none() -> None:
    sender = Sender("blocking", OK, OK)
    options = sender.client.options(extra_query={"a": 1}).options(extra_query={"b": 2})

    options.request("GET", "/a", query={"c": 3})
    sender.client.request("GET", "/a")

    assert [each.url for each in sender.transport.requests] == [
        "https://api.desk.example/v1/a?c=3&a=1&b=2",
        "https://api.desk.example/v1/a",
    ]


NO_BODY = "  Use it for a request with a JSON object or a form as its body.\n"

UNFIT: dict[str, tuple[dict[str, Any], tuple[str, dict[str, Any]], str]] = {
    "no body": (
        {"extra_body": {"a": 1}},
        ("GET", {}),
        "extra_body= cannot be added to the request body, which does not exist.\n" + NO_BODY,
    ),
    "a list": (
        {"extra_body": {"a": 1}},
        ("POST", {"json": [1]}),
        "extra_body= cannot be added to the request body, which is no JSON object.\n" + NO_BODY,
    ),
    "text": (
        {"extra_body": {"a": 1}},
        ("POST", {"content": "text"}),
        "extra_body= cannot be added to the request body, which has the media type "
        "'text/plain'.\n" + NO_BODY,
    ),
    "value": (
        {"extra_query": {"a": {}}},
        ("POST", {}),
        "the query parameter 'a' cannot be of type dict: no serializer is known for it.\n"
        "  Give text, numbers, dates, or a list of them.\n",
    ),
    "number": (
        {"extra_body": {"a": float("nan")}},
        ("POST", {"json": {}}),
        f"extra_body= cannot be sent: {json_refusal(float('nan'))}.\n"
        "  Give finite numbers, text and values that JSON has.\n",
    ),
}


@pytest.mark.parametrize("unfit", UNFIT)
def test_extras_that_cannot_be_added(unfit: str) -> None:
    options, (method, parts), message = UNFIT[unfit]
    sender = Sender("blocking")

    with pytest.raises(ParameterError) as caught:
        sender.client.options(**options).request(method, "/a", **parts)

    assert str(caught.value) == f"{message}  in {method} https://api.desk.example/v1/a"
    assert sender.transport.requests == []


@pytest.mark.parametrize(
    ("url", "moved"),
    [
        ("https://a.example/x", "http://127.0.0.1:8080/api/x"),
        ("https://a.example:443/x?y#z", "http://127.0.0.1:8080/api/x?y#z"),
        ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
        ("http://a.example/x", None),
        ("https://a.example:444/x", None),
        ("https://me@a.example/x", None),
        ("https://b.example/x", None),
        ("/x", None),
    ],
)
def test_urls_are_moved_to_the_configured_origin(url: str, moved: str | None) -> None:
    assert move_to_origin(url, "http://127.0.0.1:8080/api", "https://a.example") == moved
