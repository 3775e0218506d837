"""What an operator sees: hooks, and the log, with nothing secret in it."""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys
from typing import Any

import pytest

from restmap import (
    UNSET,
    ApiError,
    BasicAuth,
    BearerAuth,
    Client,
    ConfigurationError,
    HandlerTransport,
    HeaderAuth,
    LinkPage,
    OAuth2ClientCredentials,
    ObservedCall,
    Observer,
    Paging,
    Params,
    Request,
    Resource,
    Response,
    RestmapError,
    collection,
    param,
    prefixed_map,
)

from ..support import Served, json_response
from .desk import COLOURS, EMPTY_PAGE, TICKET, Desk, broken, failed


class Notes(Observer):
    """Each hook that is called, and what it sees."""

    def __init__(self) -> None:
        self.seen: list[tuple[Any, ...]] = []

    def before_request(self, call: ObservedCall) -> None:
        self.seen.append(("before", call.attempt, call.response))

    def after_response(self, call: ObservedCall) -> None:
        assert call.response is not None
        self.seen.append(("after", call.attempt, call.response.status))

    def on_retry(self, call: ObservedCall, failure: RestmapError, pause_seconds: float) -> None:
        self.seen.append(("retry", call.attempt, type(failure).__name__, pause_seconds))

    def on_error(self, call: ObservedCall, error: RestmapError) -> None:
        self.seen.append(("error", call.attempt, type(error).__name__))

    def on_end(self, call: ObservedCall) -> None:
        self.seen.append(("end", call.attempt))


@pytest.mark.parametrize("colour", COLOURS)
class TestHooks:
    def observed(self, colour: str, *responses: Any, **settings: Any) -> list[tuple[Any, ...]]:
        notes = Notes()
        desk = Desk(colour, *responses, observers=[notes], **settings)
        try:
            desk.do("fetch")
        except RestmapError:
            notes.seen.append(("raised",))
        return notes.seen

    def test_one_request(self, colour: str) -> None:
        assert self.observed(colour, TICKET) == [
            ("before", 1, None),
            ("after", 1, 200),
            ("end", 1),
        ]

    def test_repeated_and_good(self, colour: str) -> None:
        assert self.observed(colour, failed(429, Retry_After="2"), TICKET) == [
            ("before", 1, None),
            ("after", 1, 429),
            ("retry", 1, "RateLimitError", 2.0),
            ("before", 2, None),
            ("after", 2, 200),
            ("end", 2),
        ]

    def test_failed_for_good(self, colour: str) -> None:
        assert self.observed(colour, broken(), failed(404))[-3:] == [
            ("error", 2, "NotFoundError"),
            ("end", 2),
            ("raised",),
        ]

    def test_a_response_that_cannot_be_read(self, colour: str) -> None:
        html = Response(200, {"Content-Type": "text/html"}, b"<title>Off</title>")
        assert self.observed(colour, broken(), html)[-4:] == [
            ("after", 2, 200),
            ("error", 2, "ResponseError"),
            ("end", 2),
            ("raised",),
        ]

    def test_no_response(self, colour: str) -> None:
        assert self.observed(colour, broken(), retries=1) == [
            ("before", 1, None),
            ("error", 1, "TransportError"),
            ("end", 1),
            ("raised",),
        ]

    def test_a_redirect_is_a_request_of_its_own(self, colour: str) -> None:
        moved = Response(302, {"Location": "/v1/Moved"})
        assert self.observed(colour, moved, TICKET) == [
            ("before", 1, None),
            ("after", 1, 302),
            ("before", 1, None),
            ("after", 1, 200),
            ("end", 1),
        ]

    def test_no_credentials_to_be_had(self, colour: str) -> None:
        auth = OAuth2ClientCredentials("https://desk.example/token", "id", "s3cret")
        assert self.observed(colour, Response(400), auth=auth) == [
            ("error", 1, "ConfigurationError"),
            ("end", 1),
            ("raised",),
        ]


def test_a_call_has_what_an_observer_needs() -> None:
    class Timed(Observer):
        def after_response(self, call: ObservedCall) -> None:
            call.notes["here"] = True
            calls.append(call)

        def on_end(self, call: ObservedCall) -> None:
            assert call.notes == {"here": True}

    calls: list[ObservedCall] = []
    desk = Desk("blocking", observers=[Timed()], auth=BearerAuth("s3cret"))
    desk._responses.append(
        desk.clock.taking(
            0.25, json_response({"sid": "T1", "subject": "Printer"}, X_Request_Id="RQ1")
        )
    )
    desk.do("fetch")
    (call,) = calls
    assert (call.operation.label, call.attempt, call.request_id) == ("Ticket.Fetch", 1, "RQ1")
    assert (call.milliseconds, call.started) == (250.0, 1000.0)
    assert "Authorization" not in call.request.headers
    assert call.sent_request.headers["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in repr(call)


def test_what_an_observer_raises_reaches_the_caller() -> None:
    class Refusing(Observer):
        def before_request(self, call: ObservedCall) -> None:
            raise PermissionError(call.operation.label)

    desk = Desk("blocking", TICKET, observers=[Refusing()])
    with pytest.raises(PermissionError, match=r"^Ticket\.Fetch$"):
        desk.do("fetch")
    assert desk.requests == []


# -- the log --------------------------------------------------------------------------------


@pytest.fixture
def info(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, "restmap")
    return caplog


@pytest.fixture
def debug(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG, "restmap")
    return caplog


@pytest.mark.parametrize("colour", COLOURS)
def test_one_line_a_request(colour: str, info: pytest.LogCaptureFixture) -> None:
    desk = Desk(colour)
    page = json_response({"items": [], "next": None}, X_Request_Id="RQ1")
    desk._responses.append(desk.clock.taking(0.0421, page))
    desk.do("list")
    assert info.messages == ["GET /v1/Tickets 200 42 ms attempt 1 RQ1"]


def test_a_line_a_repetition(info: pytest.LogCaptureFixture) -> None:
    desk = Desk("blocking", failed(429, Retry_After="2"), failed(404, X_Request_Id="RQ2"))
    with pytest.raises(ApiError):
        desk.do("fetch")
    assert info.messages == [
        "GET /v1/Tickets/{sid} 429 0 ms attempt 1 -",
        "retrying in 2.0 s after attempt 1: status 429",
        "GET /v1/Tickets/{sid} 404 0 ms attempt 2 RQ2",
    ]


def test_a_warning_where_no_response_came(info: pytest.LogCaptureFixture) -> None:
    desk = Desk("blocking", broken(), retries=1)
    with pytest.raises(RestmapError):
        desk.do("create")
    assert info.record_tuples == [
        ("restmap", logging.WARNING, "POST /v1/Tickets attempt 1: no response.")
    ]


def test_nothing_is_worked_out_for_a_log_that_is_off(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "restmap")
    Desk("blocking", TICKET).do("create")
    assert caplog.messages == []


class Account(
    Resource, uri="/Accounts/{sid}", page=LinkPage("items", next_link="next"), body="json"
):
    sid: str

    class Create(Params):
        name: str
        password: str = UNSET
        pin: str = param(default=UNSET, sensitive=True)
        owner: dict[str, Any] = UNSET
        steps: list[dict[str, Any]] = UNSET

    class Update(Params, body="form"):
        name: str = UNSET
        client_secret: str = UNSET
        pin: str = param(default=UNSET, sensitive=True)
        answers: dict[str, Any] = param(prefixed_map("Answers"), default=UNSET, sensitive=True)
        hints: dict[str, Any] = param(
            prefixed_map("Hint"), name="Other", default=UNSET, sensitive=True
        )

    class List(Paging):
        api_key: str = UNSET
        queue: str = UNSET
        pin: str = param(default=UNSET, sensitive=True)

    class Fetch(Params):
        key: str = param(name="X-Key", location="header", default=UNSET)

    class Delete(Params, method="POST", content_type="application/vnd.desk"):
        whole: dict[str, Any] = param(location="body", sensitive=True)


def logged(debug: pytest.LogCaptureFixture, verb: str, **arguments: Any) -> str:
    """The line at DEBUG that a call gets."""
    served = Served(Response(204) if verb != "list" else EMPTY_PAGE)
    accounts = served.mount(Account)
    target = accounts if verb in ("create", "list") else accounts("A1")
    getattr(target, verb)(**arguments)
    return debug.messages[0]


def test_parameters_of_a_form(debug: pytest.LogCaptureFixture) -> None:
    line = logged(
        debug,
        "update",
        name="Ann & Bob",
        client_secret="s3cret",
        pin="s3cret",
        answers={"pet": {"name": "s3cret"}},
        hints={"pet": "s3cret"},
    )
    assert line == (
        "POST /v1/Accounts/{sid} [('sid', 'A1'), ('name', 'Ann & Bob'), ('client_secret', '***'), "
        "('pin', '***'), ('Answers.pet.name', '***'), ('Hint.pet', '***')]"
    )


def test_parameters_of_a_json_body(debug: pytest.LogCaptureFixture) -> None:
    owner = {"Name": "Ann", "Password": "s3cret", "Keys": [{"api-key": "s3cret", "n": 1}]}
    line = logged(
        debug, "create", name="Desk", password="s3cret", pin="s3cret", owner=owner, steps=[{}]
    )
    assert line == (
        "POST /v1/Accounts [('name', 'Desk'), ('password', '***'), ('pin', '***'), "
        "('owner', {'Name': 'Ann', 'Password': '***', 'Keys': [{'api-key': '***', 'n': 1}]}), "
        "('steps', [{}])]"
    )


def test_a_deep_json_body_is_shown_to_a_depth(debug: pytest.LogCaptureFixture) -> None:
    deep: dict[str, Any] = {}
    for _ in range(300):
        deep = {"in": deep}
    line = logged(debug, "create", name="Desk", owner=deep)
    assert line.count("'in'") == 19
    assert line.endswith("'…'" + "}" * 19 + ")]")


def test_a_whole_body_of_another_type(debug: pytest.LogCaptureFixture) -> None:
    line = logged(debug, "delete", whole={"a": "s3cret", "b": "x&y=s3cret"})
    assert line == "POST /v1/Accounts/{sid} [('sid', 'A1'), ('whole', '***')]"


def test_parameters_of_a_query(debug: pytest.LogCaptureFixture) -> None:
    line = logged(debug, "list", api_key="s3cret", queue="p2", pin="s3cret")
    assert line == "GET /v1/Accounts [('api_key', '***'), ('queue', 'p2'), ('pin', '***')]"


def test_headers_are_not_logged(debug: pytest.LogCaptureFixture) -> None:
    line = logged(debug, "fetch", key="s3cret")
    assert line == "GET /v1/Accounts/{sid} [('sid', 'A1')]"


class Subscriber(Resource, uri="/Lists/{list_id}/{phone_number}:{kind}.json", body="json"):
    list_id: str
    phone_number: str
    kind: str

    class Key(Params):
        list_id: str
        phone_number: str
        kind: str

    class Update(Params):
        Body: str = UNSET
        first_name: str = UNSET
        card: dict[str, Any] = UNSET


class PrivateDesk(Client, host="api.desk.example", prefix="/v1", masked_parameters=["PhoneNumber"]):
    subscribers = collection(Subscriber)


class MorePrivateDesk(PrivateDesk, masked_parameters=["body", "first-name", "number"]): ...


def test_an_api_says_which_parameters_are_masked(debug: pytest.LogCaptureFixture) -> None:
    for kind in (PrivateDesk, MorePrivateDesk):
        transport = HandlerTransport(lambda request: Response(204))
        kind(transport=transport).subscribers("L1", "+1555/0100", "sms").update(
            Body="hello", first_name="Ada", card={"number": "4111", "list": [{"Number": "4112"}]}
        )
    path = "POST /v1/Lists/{list_id}/{phone_number}:{kind}.json"
    first = "('list_id', 'L1'), ('phone_number', '***'), ('kind', 'sms')"
    assert debug.messages[::2] == [
        f"{path} [{first}, ('Body', 'hello'), ('first_name', 'Ada'), "
        "('card', {'number': '4111', 'list': [{'Number': '4112'}]})]",
        f"{path} [{first}, ('Body', '***'), ('first_name', '***'), "
        "('card', {'number': '***', 'list': [{'Number': '***'}]})]",
    ]
    assert [each.rpartition(" 204 ")[0] for each in debug.messages[1::2]] == [path, path]


def test_a_path_that_is_not_the_declared_one_has_no_values(info: pytest.LogCaptureFixture) -> None:
    moved = Response(302, {"Location": "/people/+15550100?name=Ada"})
    Desk("blocking", moved, TICKET).do("fetch")
    assert [each[: each.index(" ms")] for each in info.messages] == [
        "GET /v1/Tickets/{sid} 302 0",
        "GET /Tickets/{sid} 200 0",
    ]


def test_what_a_server_says_is_not_logged(debug: pytest.LogCaptureFixture) -> None:
    said = json_response({"message": "+15550100 is blocked"}, 429, Retry_After="1")
    with pytest.raises(ApiError):
        Desk("blocking", said, said, retries=2).do("fetch")
    assert "5550100" not in debug.text


def test_one_name_may_be_given_as_text() -> None:
    class Named(Client, host="api.desk.example", masked_parameters="pin"): ...

    assert Named.masked_parameters == {"pin"}


# -- nothing secret anywhere ----------------------------------------------------------------

SECRET = "s3cret-value-0815"
AUTHS = {
    "basic": lambda: BasicAuth("user", SECRET),
    "bearer": lambda: BearerAuth(SECRET),
    "header": lambda: HeaderAuth("X-Desk", SECRET),
    "oauth": lambda: OAuth2ClientCredentials("https://auth.example/token", "id", SECRET),
}


def scenario(request: Request) -> Response:
    """Responses of every kind, by the number of the ticket."""
    if "/token" in request.url:
        return json_response({"access_token": SECRET, "expires_in": 3600})
    if request.method == "POST":
        return TICKET
    last = request.url.partition("?")[0][-1]
    match last:
        case "2":
            return Response(302, {"Location": f"http://x.example/?key={SECRET}"})
        case "3":
            return failed(401)
        case "4":
            return failed(503, Set_Cookie=SECRET)
        case "5":
            return Response(200, {"Content-Type": "text/html"}, b"<p>Off</p>")
        case "6":
            return broken()(request)
        case "s":
            link = f"https://elsewhere.example/?token={SECRET}"
            return json_response({"items": [{"sid": "T1", "subject": ""}], "next": link})
    return TICKET


@pytest.mark.parametrize("kind", AUTHS)
def test_no_secret_in_any_log_line_repr_or_message(
    kind: str, debug: pytest.LogCaptureFixture
) -> None:
    shown: list[str] = []

    class Shown(Observer):
        def on_end(self, call: ObservedCall) -> None:
            shown.extend([repr(call), str(call)])

    auth = AUTHS[kind]()
    settings = {"headers": {"X-Tenant-Key": SECRET, "Cookie": SECRET}, "observers": [Shown()]}
    desk = Desk("blocking", scenario, auth=auth, **settings)
    shown += [repr(desk.client), str(desk.client), repr(auth), repr(desk.client.desk.v1)]
    for number in range(1, 7):
        try:
            record = desk.tickets(f"T{number}").fetch(pin=SECRET)
            shown += [repr(record), repr(record.response), str(record)]
        except RestmapError as error:
            shown += [repr(error), str(error), *map(str, error.args)]
    for verb in ("list", "create", "stream"):
        arguments = {"queue": SECRET} if verb != "create" else {"auth_token": SECRET}
        try:
            shown.append(repr(list(getattr(desk.tickets, verb)(**arguments))))
        except (RestmapError, TypeError) as error:
            shown += [repr(error), str(error)]
    shown += [repr(desk.tickets), str(desk.tickets), repr(desk.tickets("T1"))]
    shown += map(repr, desk.requests)
    lines = [each for each in debug.messages if f"('Queue', '{SECRET}')" not in each]
    assert len(lines) > 20
    text = "\n".join([*shown, *lines])
    encoded = BasicAuth("user", SECRET)._header["Authorization"].partition(" ")[2]
    assert SECRET not in text
    assert encoded not in text


def test_a_refused_setting_does_not_show_the_secret() -> None:
    for make in (
        lambda: BearerAuth(f"{SECRET}\n"),
        lambda: HeaderAuth("X-Key", f"{SECRET}\r\nX-Admin: 1"),
        lambda: BasicAuth(f"user:{SECRET}", "x"),
        lambda: Desk("blocking", headers={"Authorization": f"{SECRET}\r\n"}),
        lambda: Desk("blocking", base_url=f"https://user:{SECRET}@desk.example"),
        lambda: Desk("blocking", base_url=f"ftp://user:{SECRET}@desk.example"),
    ):
        with pytest.raises(ConfigurationError) as caught:
            make()
        assert SECRET not in str(caught.value)


def test_an_error_that_travels_has_no_secret_of_the_client() -> None:
    desk = Desk("blocking", failed(403), auth=BearerAuth(SECRET))
    with pytest.raises(ApiError) as caught:
        desk.do("fetch")
    assert SECRET.encode() not in pickle.dumps(caught.value)


UNCONFIGURED = """
from restmap import HandlerTransport, TransportError
from resources.twilio import Client

def fail(request):
    raise TransportError("broken", maybe_sent=False, transient=False)

try:
    Client("AC1", "secret", transport=HandlerTransport(fail)).proxy.v1.services("KS1").fetch()
except TransportError:
    print("failed")
"""


def test_nothing_is_printed_where_no_log_is_set_up() -> None:
    command = [sys.executable, "-c", UNCONFIGURED]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert (done.stdout, done.stderr) == ("failed\n", "")
