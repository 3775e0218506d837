"""The sandbox through the real client: over HTTP, and as the client's transport."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from resources.twilio import Client
from resources.twilio.proxy import Proxy
from resources.twilio.proxy.v1 import V1
from restmap import (
    AuthenticationError,
    BasicAuth,
    ConflictError,
    NotFoundError,
    ParameterError,
    Request,
    Response,
)
from restmap.describe.routes import find_routes
from restmap.sandbox import Sandbox

PROXY = "resources.twilio.proxy"


@pytest.fixture(params=["http", "in process"])
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    if request.param == "http":
        with Sandbox(PROXY) as sandbox:
            account = Client(sandbox.account, sandbox.token, base_url=sandbox.url, drift="error")
            with account:
                yield account
    else:
        sandbox = Sandbox(PROXY)
        with Client(sandbox.account, sandbox.token, transport=sandbox, drift="error") as account:
            yield account
        sandbox.stop()


@pytest.fixture
def service(client: Client) -> Any:
    return client.proxy.v1.services.create(unique_name="desk")


def test_a_new_record_has_what_was_given_and_what_a_server_adds(service: Any) -> None:
    expiry = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
    session = service.sessions.create(unique_name="order-1", date_expiry=expiry, ttl=60)
    account = service.account_sid
    assert account.startswith("AC")
    assert len(account) == 34
    assert session.sid.startswith("KC")
    assert len(session.sid) == 34
    seconds = abs((datetime.now(UTC) - session.date_created).total_seconds())
    assert seconds < 60
    got = json.loads(session.to_json())
    address = service.url
    assert got == {
        "sid": session.sid,
        "service_sid": service.sid,
        "account_sid": account,
        "unique_name": "order-1",
        "status": "open",
        "closed_reason": None,
        "mode": "voice-and-message",
        "ttl": 60,
        "date_started": None,
        "date_ended": None,
        "date_last_interaction": None,
        "date_expiry": "2030-01-02T03:04:05Z",
        "date_created": got["date_created"],
        "date_updated": got["date_created"],
        "url": f"{address}/Sessions/{session.sid}",
        "links": {
            "participants": f"{address}/Sessions/{session.sid}/Participants",
            "interactions": f"{address}/Sessions/{session.sid}/Interactions",
        },
    }


def test_a_record_is_fetched_by_key_and_by_unique_name(service: Any) -> None:
    session = service.sessions.create(unique_name="a/ü")
    assert service.sessions(session.sid).fetch().to_json() == session.to_json()
    assert service.sessions("a/ü").fetch().sid == session.sid
    # Also on the way to what is below it, which then has the path of the key.
    below = service.sessions("a/ü").participants.create(identifier="+15550100")
    assert below.session_sid == session.sid
    assert below.url == f"{session.url}/Participants/{below.sid}"


def test_participants_given_at_creation_are_in_the_sub_collection(service: Any) -> None:
    people = [{"Identifier": "+15550101", "FriendlyName": "Ann"}, {"Identifier": "+15550102"}]
    session = service.sessions.create(participants=people)
    found = [(each.identifier, each.friendly_name) for each in session.participants.list()]
    assert found == [("+15550101", "Ann"), ("+15550102", None)]


def test_an_update_changes_the_fields_it_names(service: Any) -> None:
    session = service.sessions.create(unique_name="o", ttl=60)
    changed = session.update(status="closed", date_expiry="2030-01-01T00:00:00Z")
    assert (changed.status, changed.ttl, changed.unique_name) == ("closed", 60, "o")
    assert changed.date_expiry == datetime(2030, 1, 1, tzinfo=UTC)
    assert session.fetch().status == "closed"
    assert changed.date_updated >= session.date_updated


def test_deleting_takes_what_is_below_with_it(service: Any) -> None:
    session = service.sessions.create(participants=[{"Identifier": "+15550101"}])
    person = session.participants.list()[0]
    assert service.delete() is True
    for gone in (service, session, person):
        with pytest.raises(NotFoundError):
            gone.fetch()
    with pytest.raises(NotFoundError):
        service.sessions.list()


def test_a_unique_name_is_free_again_once_its_record_is_gone(service: Any) -> None:
    service.sessions.create(unique_name="o").delete()
    assert service.sessions.create(unique_name="o").unique_name == "o"


def test_a_unique_name_is_unique_in_its_collection(client: Client, service: Any) -> None:
    service.sessions.create(unique_name="o")
    with pytest.raises(ConflictError):
        service.sessions.create(unique_name="o")
    other = client.proxy.v1.services.create(unique_name="other")
    other.sessions.create(unique_name="o")
    with pytest.raises(ConflictError):
        other.update(unique_name="desk")
    assert other.update(unique_name="other").unique_name == "other"
    assert other.update(unique_name="third").unique_name == "third"
    client.proxy.v1.services.create(unique_name="other")


def test_a_refused_creation_leaves_nothing(service: Any) -> None:
    people: list[dict[str, Any]] = [{"Identifier": "+15550101"}, {"Identifierr": "+15550102"}]
    with pytest.raises(Exception, match="Unknown parameter Identifierr"):
        service.sessions.create(unique_name="o", participants=people)
    assert service.sessions.list() == []


# -- pages ----------------------------------------------------------------------------------


@pytest.fixture
def ten(service: Any) -> Any:
    for number in range(10):
        service.sessions.create(unique_name=f"s{number}")
    return service.sessions


def names(records: Any) -> str:
    return " ".join(each.unique_name for each in records)


def test_pages_are_turned_forth_and_back(ten: Any) -> None:
    first = ten.page(page_size=4)
    second = first.next_page()
    third = second.next_page()
    turned = [names(each) for each in (first, second, third)]
    assert turned == ["s0 s1 s2 s3", "s4 s5 s6 s7", "s8 s9"]
    assert first.previous_page_url is None
    assert third.next_page_url is None
    back = third.previous_page()
    assert names(back) == "s4 s5 s6 s7"
    assert names(back.previous_page()) == "s0 s1 s2 s3"
    assert back.previous_page().previous_page_url is None
    assert names(back.next_page()) == "s8 s9"
    assert names(ten.get_page(first.next_page_url)) == "s4 s5 s6 s7"


def test_lists_and_streams(ten: Any) -> None:
    assert names(ten.list()) == "s0 s1 s2 s3 s4 s5 s6 s7 s8 s9"
    assert names(ten.list(limit=3)) == "s0 s1 s2"
    assert names(ten.stream(limit=7, page_size=2)) == "s0 s1 s2 s3 s4 s5 s6"
    assert names(ten.page(page_number=2, page_size=4)) == "s8 s9"
    assert names(ten.page(page_number=9, page_size=4)) == ""


def test_a_page_goes_on_where_it_was_though_records_come_and_go(ten: Any) -> None:
    first = ten.page(page_size=4)
    ten("s3").delete()
    ten("s0").delete()
    ten.create(unique_name="late")
    rest = [names(page) for page in pages_after(first)]
    assert rest == ["s4 s5 s6 s7", "s8 s9 late"]


def pages_after(page: Any) -> Iterator[Any]:
    while (page := page.next_page()) is not None:
        yield page


def test_the_meta_object(ten: Any) -> None:
    page = ten.page(page_size=4).next_page()
    assert page is not None
    meta = json.loads(page.response.body)["meta"]
    address = page.url.partition("?")[0]
    following, previous = meta.pop("next_page_url"), meta.pop("previous_page_url")
    own = meta.pop("url")
    # The token is the sandbox's own matter.
    assert meta == {
        "key": "sessions",
        "page": 1,
        "page_size": 4,
        "first_page_url": f"{address}?PageSize=4&Page=0",
    }
    for url, number in ((following, 2), (previous, 0), (own, 1)):
        assert url.startswith(f"{address}?PageToken=P")
        assert f"&Page={number}&" in f"{url}&"
        assert "&PageSize=4&" in f"{url}&"


def test_the_size_of_a_page(service: Any) -> None:
    for _ in range(51):
        service.sessions.create()
    assert len(service.sessions.page()) == 50
    raw = service.sessions.page(page_size=5000).response
    assert json.loads(raw.body)["meta"]["page_size"] == 1000


# -- refusals -------------------------------------------------------------------------------

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SESSIONS = "/v1/Services/desk/Sessions"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(PROXY, account="AC1", token="secret")
    ask(sandbox, "POST", "/v1/Services", "UniqueName=desk")
    ask(sandbox, "POST", SESSIONS, "UniqueName=taken")
    yield sandbox
    sandbox.stop()


def ask(
    sandbox: Sandbox, method: str, path: str, body: str = "", headers: dict[str, str] | None = None
) -> Response:
    url = f"https://proxy.twilio.com{path}"
    sent = Request(method, url, {**FORM, **(headers or {})}, body.encode() or None)
    return sandbox.handle(BasicAuth("AC1", "secret").authorise(sent))


def assert_refused(response: Response, status: int, code: int, message: str) -> None:
    assert json.loads(response.body) == {
        "code": code,
        "message": message,
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }
    assert response.status == status
    assert response.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    ("path", "body", "message"),
    [
        ("/v1/Services", "", "Missing required parameter UniqueName."),
        ("/v1/Services", "uniquename=x", "Missing required parameter UniqueName. "
         "Unknown parameter uniquename."),
        (SESSIONS, "Colour=red", "Unknown parameter Colour."),
        (SESSIONS + "?Ttl=5", "", "Unknown parameter Ttl."),
        (SESSIONS, "Mode=fax", 'Invalid value "fax" for the parameter Mode: expected one of '
         "'message-only', 'voice-only', 'voice-and-message'."),
        (SESSIONS, "Mode=", 'Invalid value "" for the parameter Mode: expected one of '
         "'message-only', 'voice-only', 'voice-and-message'."),
        (SESSIONS, "Ttl=soon", 'Invalid value "soon" for the parameter Ttl: '
         "expected a whole number."),
        (SESSIONS, "Ttl=1.5", 'Invalid value "1.5" for the parameter Ttl: '
         "expected a whole number."),
        (SESSIONS, "Ttl=1&Ttl=2", 'Invalid value ["1", "2"] for the parameter Ttl: '
         "expected a whole number."),
        (SESSIONS, "UniqueName=a&UniqueName=b", 'Invalid value ["a", "b"] for the parameter '
         "UniqueName: expected text."),
        (SESSIONS, "DateExpiry=tomorrow", 'Invalid value "tomorrow" for the parameter '
         "DateExpiry: expected a datetime, or ISO 8601 text."),
        (SESSIONS, "FailOnParticipantConflict=yes", 'Invalid value "yes" for the parameter '
         "FailOnParticipantConflict: expected true or false."),
        (SESSIONS, "Participants=x", 'Invalid value "x" for the parameter Participants: '
         "item 0: Expecting value: line 1 column 1 (char 0), found 'x'."),
        (SESSIONS, "Participants=[1]", 'Invalid value "[1]" for the parameter Participants: '
         "item 0: expected a JSON object, found '[1]'."),
        (SESSIONS, "Participants={}", "Missing required parameter Identifier."),
        (SESSIONS, "Ttl=%ff", "The body is not percent-encoded UTF-8."),
        (SESSIONS, "Ttl=ü",
         "The body is not a form: it has characters that are not percent-encoded."),
    ],
)  # fmt: skip
def test_what_a_creation_refuses(sandbox: Sandbox, path: str, body: str, message: str) -> None:
    assert_refused(ask(sandbox, "POST", path, body), 400, 20001, message)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("PageSize=0", 'Invalid value "0" for the parameter PageSize: '
         "expected a whole number of at least 1."),
        ("PageSize=-5", 'Invalid value "-5" for the parameter PageSize: '
         "expected a whole number of at least 1."),
        ("PageSize=ten", 'Invalid value "ten" for the parameter PageSize: '
         "expected a whole number of at least 1."),
        ("PageSize=1&PageSize=2", 'Invalid value ["1", "2"] for the parameter PageSize: '
         "expected a whole number of at least 1."),
        ("Page=first", 'Invalid value "first" for the parameter Page: '
         "expected a whole number of at least 0."),
        ("PageToken=nonsense", 'Invalid value "nonsense" for the parameter PageToken: '
         "expected a token that a page gave."),
        ("PageToken=a&PageToken=b", 'Invalid value ["a", "b"] for the parameter PageToken: '
         "expected a single value."),
        ("Status=open", "Unknown parameter Status."),
        ("limit=5", "Unknown parameter limit."),
    ],
)  # fmt: skip
def test_what_a_list_refuses(sandbox: Sandbox, query: str, message: str) -> None:
    assert_refused(ask(sandbox, "GET", f"{SESSIONS}?{query}"), 400, 20001, message)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/v1"),
        ("GET", "/v1/services"),
        ("GET", "/v1/Services/"),
        ("GET", "/v2/Services"),
        ("GET", "/v1/Services/%ff"),
        ("GET", "/v1/Services/desk/Sessions/taken/More"),
        ("GET", "/v1/Services/nobody"),
        ("GET", "/v1/Services/nobody/Sessions"),
        ("POST", "/v1/Services/nobody/Sessions"),
        ("GET", SESSIONS + "/nobody"),
        ("POST", SESSIONS + "/nobody"),
        ("DELETE", SESSIONS + "/nobody"),
        ("GET", SESSIONS + "/taken/Participants/nobody"),
    ],
)
def test_what_is_not_there(sandbox: Sandbox, method: str, path: str) -> None:
    shown = path.removeprefix("/v1/Services/nobody")
    parent = "/v1/Services/nobody" if shown != path else path
    message = f"The requested resource {parent} was not found."
    assert_refused(ask(sandbox, method, path), 404, 20404, message)


def test_a_wrong_method_is_told_the_right_ones(sandbox: Sandbox) -> None:
    response = ask(sandbox, "PUT", SESSIONS)
    assert_refused(response, 405, 20004, f"The method PUT is not allowed for {SESSIONS}.")
    assert response.headers["Allow"] == "GET, POST"


def test_a_taken_name(sandbox: Sandbox) -> None:
    response = ask(sandbox, "POST", SESSIONS, "UniqueName=taken")
    message = "Session with unique_name 'taken' already exists."
    assert_refused(response, 409, 20409, message)


def test_a_body_of_another_kind(sandbox: Sandbox) -> None:
    response = ask(sandbox, "POST", SESSIONS, "{}", {"Content-Type": "application/json"})
    message = (
        "The content type of the body is application/json; send application/x-www-form-urlencoded."
    )
    assert_refused(response, 415, 20415, message)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Basic"},
        {"Authorization": "Basic QUMxOnNlY3JldA"},
        {"Authorization": "basic ünicode"},
        BasicAuth("AC1", "Secret").authorise(Request("GET", "https://x")).headers,
        BasicAuth("AC2", "secret").authorise(Request("GET", "https://x")).headers,
    ],
    ids=["none", "empty", "broken", "not ascii", "wrong secret", "wrong user"],
)
def test_wrong_credentials(sandbox: Sandbox, headers: dict[str, str]) -> None:
    response = sandbox.handle(Request("GET", "https://proxy.twilio.com/v1/Services", headers))
    assert_refused(response, 401, 20003, "The credentials are missing or wrong.")
    assert response.headers["WWW-Authenticate"] == 'Basic realm="sandbox"'


def test_credentials_are_made_up_where_none_are_given() -> None:
    first, second = Sandbox(PROXY), Sandbox(PROXY)
    assert (first.account, first.token) != (second.account, second.token)
    assert first.token not in repr(vars(first)["_credentials"])
    with pytest.raises(AuthenticationError):
        Client(first.account, second.token, transport=first).proxy.v1.services.list()
    first.stop()
    second.stop()


@pytest.mark.parametrize("declared", [PROXY, "resources.twilio", Proxy, V1, Client])
def test_what_can_be_served(declared: Any) -> None:
    sandbox = Sandbox(declared, account="AC1", token="t")
    assert Client("AC1", "t", transport=sandbox).proxy.v1.services.list() == []
    sandbox.stop()


def test_importing_the_declarations_imports_nothing_of_the_sandbox() -> None:
    import subprocess
    import sys

    program = (
        "import sys, resources.twilio.proxy.v1.session; "
        "print([name for name in sys.modules if 'sandbox' in name])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_the_account_of_the_credentials_is_there_from_the_beginning(tmp_path: Path) -> None:
    for _ in range(2):  # the second time, it is in the database
        sandbox = Sandbox("resources.twilio.api", account="AC1", database=tmp_path / "records")
        with Client(sandbox.account, sandbox.token, transport=sandbox) as client:
            assert [each.sid for each in client.api.v2010.accounts] == ["AC1"]
            message = client.messages.create(to="+15550100", from_="+15550101", body="Hello")
            assert message.account_sid == "AC1"
            assert client.messages(message.sid).fetch().body == "Hello"
        sandbox.stop()


def test_one_address_serves_every_list_of_all_hosts() -> None:
    lists = [
        route
        for route in find_routes("resources.twilio")
        if route.operation.result == "page"
        and not route.keys
        and not any(each.required for each in route.operation.arguments.values())
    ]
    assert len({route.node.host for route in lists}) > 25
    with (
        Sandbox("resources.twilio") as sandbox,
        Client(sandbox.account, sandbox.token, base_url=f"{sandbox.url}/{{host}}") as client,
    ):
        calls = [eval(each.call, {"client": client}) for each in lists]  # noqa: S307
        awaited = [eval(f"{each.call}_async", {"client": client}) for each in lists]  # noqa: S307
        assert [call(limit=1) for call in calls].count([]) == len(calls) - 1  # one has the account

        async def list_all() -> list[Any]:
            return [await call(limit=1) for call in awaited]

        assert asyncio.run(list_all()).count([]) == len(awaited) - 1


def test_pages_stay_at_the_address_of_the_host() -> None:
    with (
        Sandbox("resources.twilio") as sandbox,
        Client(sandbox.account, sandbox.token, base_url=f"{sandbox.url}/{{host}}") as client,
    ):
        for number in range(3):
            client.proxy.v1.services.create(unique_name=f"service {number}")
            client.messages.create(to="+15550100", from_="+15550101", body=f"{number}")
        assert len(client.proxy.v1.services.list(page_size=1)) == 3
        assert len(client.messages.list(page_size=1)) == 3
        assert client.request("GET", f"{sandbox.url}/proxy.twilio.com/v1/Services").status == 200
        with pytest.raises(ParameterError, match="which host of the client is meant"):
            client.request("GET", "/v1/Services")
