"""One call on its way: what every request has, and what comes through untouched."""

from __future__ import annotations

import asyncio

import pytest

from restmap import (
    ApiError,
    Client,
    ConfigurationError,
    HandlerTransport,
    ObservedCall,
    Observer,
    Request,
    Response,
    ServerError,
    Timeout,
    collection,
)

from ..support import ROOT, DeskClient, json_response
from .desk import COLOURS, GOOD, TICKET, AsyncHandler, Desk, Ticket, failed, perform


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", GOOD)
def test_every_request_has_the_headers_and_the_timeout_of_its_client(
    verb: str, colour: str
) -> None:
    timeout = Timeout(connect=1.0, read=2.0, total=3.0)
    headers = {"X-Tenant": "blue"}
    desk = Desk(colour, GOOD[verb], timeout=timeout, headers=headers, user_agent="app/1.0")
    desk.do(verb)
    (request,) = desk.requests
    assert request.headers["User-Agent"].startswith("restmap/")
    assert request.headers["User-Agent"].endswith(" app/1.0")
    assert request.headers["X-Tenant"] == "blue"
    assert request.headers["Accept"] == "application/json"
    assert request.timeout == timeout


def test_one_number_is_the_timeout_of_each_part() -> None:
    desk = Desk("blocking", TICKET, timeout=1.5)
    desk.do("fetch")
    assert desk.requests[0].timeout == Timeout(connect=1.5, read=1.5, total=120.0)


def test_timeouts_are_on_by_default() -> None:
    desk = Desk("blocking", TICKET)
    desk.do("fetch")
    assert desk.requests[0].timeout == Timeout(connect=5.0, read=30.0, total=120.0)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"user-agent": "mine"}, ("user-agent", "mine")),
        ({"USER-AGENT": "mine"}, ("USER-AGENT", "mine")),
        # What an operation says of its request body and its response is not the client's to change.
        ({"content-type": "text/plain"}, ("Content-Type", "application/x-www-form-urlencoded")),
        ({"accept": "text/plain"}, ("Accept", "application/json")),
    ],
)
def test_a_header_is_sent_once_in_whatever_case(
    given: dict[str, str], sent: tuple[str, str]
) -> None:
    desk = Desk("blocking", TICKET, headers=given)
    desk.do("create")
    (name,) = given
    headers = desk.requests[0].headers
    assert [(n, v) for n, v in headers.items() if n.lower() == name.lower()] == [sent]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Tenant", "blue\r\nX-Admin: 1"),
        ("X-Tenant", "blue\n"),
        ("X-Tenant", "blue\0"),
        ("X-Tenant", "€"),
        ("X-Ten\r\nant", "blue"),
        ("X-Tenant:", "blue"),
        ("X Tenant", "blue"),
        ("", "blue"),
    ],
)
def test_a_header_that_would_forge_another_is_refused(name: str, value: str) -> None:
    expected = (
        f"the header {name!r} cannot be sent.\n"
        "  Use letters, digits and hyphens in its name, and ASCII on one line as its value."
    )
    with pytest.raises(ConfigurationError) as caught:
        Desk("blocking", headers={name: value})
    assert str(caught.value) == expected
    with pytest.raises(ConfigurationError) as caught:
        Desk("blocking").client.options(headers={name: value})
    assert str(caught.value) == expected


def test_a_user_agent_with_a_line_break_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"^the header 'User-Agent' cannot be sent"):
        Desk("blocking", user_agent="app\r\nX-Admin: 1")


# -- plain http -----------------------------------------------------------------------------

REMOTE = "http://api.desk.example"


@pytest.mark.parametrize("name", ["Authorization", "authorization", "Cookie", "X-Api-Key"])
def test_a_header_with_a_secret_does_not_go_over_plain_http(name: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Client(base_url=REMOTE, headers={name: "s3cret"})
    assert str(caught.value) == (
        "credentials would go over plain http to 'api.desk.example'.\n"
        "  Use https, or allow it: allow_plain_http=True."
    )
    with pytest.raises(ConfigurationError):
        Client(base_url=REMOTE).options(headers={name: "s3cret"})
    Client(base_url=REMOTE, headers={name: "s3cret"}, allow_plain_http=True)
    Client(base_url="http://[::1]:8080", headers={name: "s3cret"})
    Client(base_url=REMOTE, headers={"X-Tenant": "blue"})


# -- what comes through untouched -----------------------------------------------------------


class Told(Observer):
    def __init__(self) -> None:
        self.told: list[str] = []

    def on_error(self, call: ObservedCall, error: Exception) -> None:
        self.told.append("error")

    def on_end(self, call: ObservedCall) -> None:
        self.told.append("end")


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(
    "kind", [KeyboardInterrupt, SystemExit, ZeroDivisionError, asyncio.CancelledError]
)
def test_what_is_no_error_of_ours_is_not_repeated_and_ends_the_call(
    kind: type[BaseException], colour: str
) -> None:
    def handler(_: Request) -> Response:
        raise kind

    told = Told()
    desk = Desk(colour, handler, observers=[told])
    with pytest.raises(kind):
        desk.do("fetch")
    assert (len(desk.requests), told.told) == (1, ["end"])


def test_an_interrupt_while_waiting_ends_the_call() -> None:
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    told = Told()
    desk = Desk("blocking", failed(503), sleep=interrupted, observers=[told])
    with pytest.raises(KeyboardInterrupt):
        desk.do("fetch")
    assert (len(desk.requests), told.told) == (1, ["end"])


# -- the two colours ------------------------------------------------------------------------


def test_a_blocking_call_needs_a_blocking_transport() -> None:
    desk = Desk("awaited", TICKET)
    with pytest.raises(ConfigurationError) as caught:
        perform("blocking", desk.tickets, "fetch")
    assert str(caught.value) == (
        "the client's transport has `async def send`, and this call needs `send`.\n"
        "  Use the …_async verbs, or give the client a transport with `send`."
    )


def test_an_awaited_call_needs_an_awaited_transport() -> None:
    desk = Desk("blocking", TICKET)
    with pytest.raises(ConfigurationError) as caught:
        perform("awaited", desk.tickets, "fetch")
    assert str(caught.value) == (
        "the client's transport has `send`, and this call needs `async def send`.\n"
        "  Use the verbs without _async, or give the client a transport with `async def send`."
    )


class BothKinds(HandlerTransport):
    """A transport of both kinds, and what closes it."""

    def __init__(self) -> None:
        super().__init__(lambda request: TICKET)
        self.closed: list[str] = []

    async def send_async(self, request: Request) -> Response:
        return self.send(request)

    def close(self) -> None:
        self.closed.append("close")

    async def aclose(self) -> None:
        self.closed.append("aclose")


def test_a_transport_with_both_methods_serves_both_kinds_of_calls() -> None:
    transport = BothKinds()
    client = DeskClient(transport=transport)
    tickets = collection(Ticket).under(client.desk.v1)
    assert [perform(colour, tickets, "fetch").subject for colour in COLOURS] == ["Printer"] * 2
    assert len(transport.requests) == 2
    asyncio.run(client.aclose())
    assert transport.closed == ["close", "aclose"]


# -- life -----------------------------------------------------------------------------------

CLOSED = "the client was closed.\n  Create another client, or close this one later."


class Closing(HandlerTransport):
    closed = 0

    def close(self) -> None:
        self.closed += 1


class AsyncClosing(AsyncHandler):
    closed = 0

    async def close(self) -> None:
        self.closed += 1


def test_a_closed_client_says_so_and_may_be_closed_again() -> None:
    desk = Desk("blocking", TICKET)
    with desk.client as client:
        desk.do("fetch")
    client.close()
    with pytest.raises(ConfigurationError) as caught:
        desk.do("fetch")
    assert str(caught.value) == CLOSED
    with pytest.raises(ConfigurationError) as caught:
        list(desk.tickets.stream())
    assert str(caught.value) == CLOSED
    with pytest.raises(ConfigurationError) as caught:
        perform("blocking", desk.tickets, "create")
    assert str(caught.value) == CLOSED


def test_an_awaited_client_too() -> None:
    desk = Desk("awaited", TICKET)

    async def scenario() -> None:
        async with desk.client as client:
            await desk.tickets("T1").fetch_async()
        await client.aclose()
        with pytest.raises(ConfigurationError) as caught:
            await desk.tickets("T1").fetch_async()
        assert str(caught.value) == CLOSED

    asyncio.run(scenario())


def test_closing_closes_the_transport() -> None:
    blocking = Closing(lambda _: TICKET)
    with Client(transport=blocking):
        pass
    assert blocking.closed == 1

    async def scenario(transport: AsyncClosing | Closing) -> None:
        async with Client(transport=transport):
            pass
        assert transport.closed >= 1

    asyncio.run(scenario(AsyncClosing(lambda _: TICKET)))
    asyncio.run(scenario(Closing(lambda _: TICKET)))


def test_a_transport_needs_no_close() -> None:
    Desk("blocking").client.close()
    asyncio.run(Desk("awaited").client.aclose())


def test_a_closed_client_leaves_other_clients_alone() -> None:
    first, second = Desk("blocking", TICKET), Desk("blocking", TICKET)
    first.client.close()
    assert second.do("fetch").sid == "T1"


# -- errors of the API ----------------------------------------------------------------------


def test_an_error_says_what_support_asks_for() -> None:
    body = {"code": 20404, "message": "No such ticket", "more_info": "https://desk.example/20404"}
    desk = Desk("blocking", json_response(body, 404, X_Request_Id="RQ1"))
    with pytest.raises(ApiError) as caught:
        desk.do("fetch")
    error = caught.value
    assert (error.method, error.url) == ("GET", f"{ROOT}/Tickets/T1")
    assert (error.status, error.code, error.request_id) == (404, 20404, "RQ1")
    assert str(error) == (
        "status 404: No such ticket\n"
        "  code 20404, more info https://desk.example/20404, request id RQ1\n"
        f"  in GET {ROOT}/Tickets/T1"
    )


@pytest.mark.parametrize("depth", [10, 500, 900, 960, 970, 980, 985, 990, 995, 1000, 100_000])
def test_an_error_whose_body_is_deeply_nested_is_still_an_error_of_the_api(depth: int) -> None:
    body = b'{"message": ' + b"[" * depth + b"]" * depth + b"}"
    desk = Desk("blocking", Response(500, body=body))
    with pytest.raises(ServerError):
        desk.do("fetch")
