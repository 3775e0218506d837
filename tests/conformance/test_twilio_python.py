"""restmap and twilio-python side by side: the same calls, the same requests, the same values.

Both talk to one server on loopback that records what reaches it. Where restmap differs it is on
purpose, and a test of its own says why and holds what each of them does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest
import twilio.rest
from twilio.base.exceptions import TwilioRestException

from resources.twilio import Client
from restmap import ApiError, PagingError, ParameterError

from . import twilio_python
from .calls import call_for, routes_of
from .openapi import Operation, operations
from .recording_server import Received, RecordingServer, StatusAndBody, nothing_here
from .twilio_documents import documents
from .values import right_json

pytestmark = pytest.mark.conformance

ACCOUNT, TOKEN = "AC" + "0" * 32, "token"
SERVICE, SESSION = "KS" + "0" * 32, "KC" + "1" * 32
SESSIONS_PATH = f"/v1/Services/{SERVICE}/Sessions"

ROUTES = routes_of(Client)
OPERATIONS = operations(documents()["proxy_v1"])
BY_NAME = {each.id.partition(".")[2]: each for each in OPERATIONS}


class Both:
    """Both libraries before one server."""

    def __init__(self, server: RecordingServer) -> None:
        self.server = server
        self.ours = Client(ACCOUNT, TOKEN, base_url=server.url)
        self.theirs: twilio.rest.Client = twilio_python.client_of(ACCOUNT, TOKEN, server.url)

    @property
    def our_sessions(self) -> Any:
        return self.ours.proxy.v1.services(SERVICE).sessions

    @property
    def their_sessions(self) -> Any:
        return self.theirs.proxy.v1.services(SERVICE).sessions


@pytest.fixture(scope="module")
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture
def both(server: RecordingServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Both]:
    # Drift is said once for each field; what another test has seen shall not count here.
    monkeypatch.setattr("restmap.decode.drift._reported", set[Any]())
    server.taken()
    server.respond = nothing_here
    both = Both(server)
    yield both
    both.ours.close()
    both.theirs.http_client.close()


# -- the same -------------------------------------------------------------------------------


@pytest.mark.parametrize("required_only", [False, True], ids=["every parameter", "required alone"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_operation_is_the_same(both: Both, operation: Operation, required_only: bool) -> None:
    both.server.respond = lambda request: response_to(operation)
    call = call_for(operation, ROUTES)
    arguments = call.arguments(required_only=required_only)
    path = ["KX" + str(number) * 32 for number, _ in enumerate(call.path())]

    ours = call.make(both.ours, arguments, path)
    (our_request,) = both.server.taken()
    theirs = twilio_python.make(both.theirs, call, arguments, path)
    (their_request,) = both.server.taken()

    assert with_json_read(our_request) == with_json_read(their_request)
    assert result_of(ours) == result_of(theirs)


def with_json_read(request: Received) -> Received:
    """JSON text of a form as what it says: restmap writes it without spaces."""
    form = {name: [json_or_text(each) for each in values] for name, values in request.form.items()}
    return attrs.evolve(request, form=form)


def json_or_text(text: str) -> Any:
    return json.loads(text) if text.startswith("{") else text


def response_to(operation: Operation) -> StatusAndBody:
    """What Twilio's document says, with a value of every field."""
    if not operation.response["properties"]:
        return 204, None
    record = right_json(operation.response)
    if not operation.id.partition(".")[2].startswith("List"):
        return 201 if operation.id.partition(".")[2].startswith("Create") else 200, record
    meta = {"key": "records", "next_page_url": None, "previous_page_url": None}
    return 200, {"meta": meta, "records": [record]}


def result_of(result: Any) -> Any:
    """What a call came to, in either library: True, the fields of a record, or of a page's."""
    if isinstance(result, bool):
        return result
    if hasattr(result, "next_page_url"):
        return [result_of(each) for each in result]
    return result.to_dict() if hasattr(result, "to_dict") else twilio_python.fields_of(result)


PAGINGS = [
    {},
    {"limit": 1},
    {"limit": 3},
    {"limit": 5},
    {"limit": 100},
    {"page_size": 2},
    {"limit": 5, "page_size": 2},
    {"limit": 4, "page_size": 2},
    {"limit": 3, "page_size": 7},
]


@pytest.mark.parametrize("verb", ["list", "stream"])
@pytest.mark.parametrize("paging", PAGINGS, ids=str)
def test_pages_are_walked_the_same(both: Both, paging: dict[str, int], verb: str) -> None:
    both.server.respond = seven_sessions

    ours = [each.sid for each in getattr(both.our_sessions, verb)(**paging)]
    our_requests = both.server.taken()
    theirs = [each.sid for each in getattr(both.their_sessions, verb)(**paging)]
    their_requests = both.server.taken()

    assert len(ours) == min(paging.get("limit", 7), 7)
    assert ours == theirs
    assert our_requests == their_requests


def seven_sessions(request: Received) -> StatusAndBody:
    """Seven sessions, two a page unless asked otherwise; links name Twilio's own origin."""
    size = int(request.query.get("PageSize", ["2"])[0])
    number = int(request.query.get("Page", ["0"])[0])
    record = right_json(BY_NAME["FetchSession"].response)
    records = [{**record, "sid": f"KC{index}"} for index in range(7)]
    after = (number + 1) * size
    return page_of(records[number * size : after], number + 1 if after < 7 else None, size)


def page_of(records: list[Any], next_number: int | None, size: int = 2) -> StatusAndBody:
    url = f"https://proxy.twilio.com{SESSIONS_PATH}?PageSize={size}&Page={next_number}"
    link = None if next_number is None else f"{url}&PageToken=PA{next_number}"
    meta = {"key": "sessions", "next_page_url": link, "previous_page_url": None}
    return 200, {"meta": meta, "sessions": records}


def test_stored_page_is_the_same(both: Both) -> None:
    both.server.respond = seven_sessions
    url = both.their_sessions.page(page_size=3).next_page_url
    assert url.startswith("https://proxy.twilio.com/")
    both.server.taken()

    ours = [each.sid for each in both.our_sessions.get_page(url)]
    our_requests = both.server.taken()
    theirs = [each.sid for each in both.their_sessions.get_page(url)]

    assert ours == theirs == ["KC3", "KC4", "KC5"]
    assert our_requests == both.server.taken()


def test_refusal_is_the_same(both: Both) -> None:
    with pytest.raises(ApiError) as ours:
        both.our_sessions(SESSION).fetch()
    with pytest.raises(TwilioRestException) as theirs:
        both.their_sessions(SESSION).fetch()

    assert (ours.value.status, ours.value.code) == (theirs.value.status, theirs.value.code)
    assert ours.value.message in theirs.value.msg


# -- different on purpose -------------------------------------------------------------------


def test_path_values_are_encoded(both: Both) -> None:
    """A name may hold a slash or a question mark; unescaped, it addresses something else."""
    both.server.respond = lambda request: response_to(BY_NAME["FetchSession"])

    both.our_sessions("Order 1/2?x#y").fetch()
    both.their_sessions("Order 1/2?x#y").fetch()

    ours, theirs = both.server.taken()
    assert (ours.path, ours.query) == (f"{SESSIONS_PATH}/Order%201%2F2%3Fx%23y", {})
    assert (theirs.path, theirs.query) == (f"{SESSIONS_PATH}/Order%201/2", {"x": [""]})


@pytest.mark.parametrize(("key", "path"), [("..", f"/v1/Services/{SERVICE}"), ("", SESSIONS_PATH)])
def test_path_values_that_address_another_resource_are_refused(
    both: Both, key: str, path: str
) -> None:
    """The service instead of a session; with `delete()` that would be the loss of it."""
    both.server.respond = lambda request: (204, None)

    with pytest.raises(ParameterError, match="would address another resource"):
        both.our_sessions(key)
    both.their_sessions(key).delete()

    (theirs,) = both.server.taken()
    assert (theirs.method, theirs.path.rstrip("/")) == ("DELETE", path)


@pytest.mark.parametrize("paging", [{"limit": 5000}, {"page_size": 5000}], ids=str)
def test_page_size_is_capped(both: Both, paging: dict[str, int]) -> None:
    """Twilio gives 1,000 records in a page at most, and the document refuses a larger number."""
    both.server.respond = lambda request: page_of([], None)

    both.our_sessions.list(**paging)
    both.their_sessions.list(**paging)

    ours, theirs = both.server.taken()
    assert (ours.query, theirs.query) == ({"PageSize": ["1000"]}, {"PageSize": ["5000"]})


def test_limit_of_none_at_all(both: Both) -> None:
    """`limit=0` asks for no record; twilio-python takes it for no limit and reads them all."""
    both.server.respond = seven_sessions

    assert both.our_sessions.list(limit=0) == []
    assert both.server.taken() == []
    assert len(both.their_sessions.list(limit=0)) == 7
    assert len(both.server.taken()) == 4


def test_pages_in_a_circle(both: Both) -> None:
    """A next link seen before is an error in place of a program that never ends."""
    _, session = response_to(BY_NAME["FetchSession"])
    both.server.respond = lambda request: page_of([session], 1)

    with pytest.raises(PagingError, match="a page seen before"):
        both.our_sessions.list()
    assert len(both.server.taken()) == 2

    assert len(both.their_sessions.list(limit=20)) == 20
    assert len(both.server.taken()) == 20


def test_link_to_another_origin(both: Both) -> None:
    """Credentials go nowhere but to the configured origin; twilio-python asks whatever it is told.

    That is seen in its HTTP client, which is one of this test and sends nothing elsewhere.
    """
    link = "https://elsewhere.example/"
    meta = {"key": "sessions", "next_page_url": link, "previous_page_url": None}
    both.server.respond = lambda request: (200, {"meta": meta, "sessions": []})

    with pytest.raises(PagingError, match="leads to another origin"):
        both.our_sessions.list()
    with pytest.raises(AssertionError, match=re.escape("https://elsewhere.example/")):
        both.their_sessions.list()


def test_number_as_text(both: Both) -> None:
    """Both convert it."""
    _, record = response_to(BY_NAME["FetchSession"])
    both.server.respond = lambda request: (200, {**record, "ttl": "3600"})

    assert both.our_sessions(SESSION).fetch().ttl == 3600
    assert both.their_sessions(SESSION).fetch().ttl == 3600


def test_text_that_is_no_date(both: Both) -> None:
    """Both keep it."""
    _, record = response_to(BY_NAME["FetchSession"])
    both.server.respond = lambda request: (200, {**record, "date_expiry": "soon"})

    assert both.our_sessions(SESSION).fetch().date_expiry == "soon"
    assert both.their_sessions(SESSION).fetch().date_expiry == "soon"


def test_field_that_is_not_declared(both: Both) -> None:
    """It can be read here; twilio-python drops it."""
    _, record = response_to(BY_NAME["FetchSession"])
    both.server.respond = lambda request: (200, {**record, "region": "ie1"})

    assert both.our_sessions(SESSION).fetch().region == "ie1"
    assert not hasattr(both.their_sessions(SESSION).fetch(), "region")


def test_json_text_is_compact(both: Both) -> None:
    """JSON text in a form is written without spaces; it says the same."""
    both.server.respond = lambda request: response_to(BY_NAME["CreateSession"])
    participants = [{"Identifier": "+15550100", "FriendlyName": "Ann"}]

    both.our_sessions.create(participants=participants)
    both.their_sessions.create(participants=participants)

    ours, theirs = both.server.taken()
    assert ours.form == {"Participants": ['{"Identifier":"+15550100","FriendlyName":"Ann"}']}
    assert theirs.form == {"Participants": ['{"Identifier": "+15550100", "FriendlyName": "Ann"}']}


def test_moment_in_another_zone_is_sent_in_utc(both: Both) -> None:
    """twilio-python writes the hour of the zone and a Z behind it: another moment."""
    both.server.respond = lambda request: response_to(BY_NAME["UpdateSession"])
    noon_in_berlin = datetime(2030, 1, 2, 12, tzinfo=timezone(timedelta(hours=1)))

    both.our_sessions(SESSION).update(date_expiry=noon_in_berlin)
    both.their_sessions(SESSION).update(date_expiry=noon_in_berlin)

    ours, theirs = both.server.taken()
    assert ours.form == {"DateExpiry": ["2030-01-02T11:00:00Z"]}
    assert theirs.form == {"DateExpiry": ["2030-01-02T12:00:00Z"]}


def test_moment_with_a_fraction_is_read(both: Both) -> None:
    """ISO 8601 allows it; twilio-python leaves it text."""
    _, record = response_to(BY_NAME["FetchSession"])
    both.server.respond = lambda request: (200, {**record, "date_ended": "2030-01-02T03:04:05.5Z"})

    ours = both.our_sessions(SESSION).fetch().date_ended
    theirs = both.their_sessions(SESSION).fetch().date_ended

    assert ours == datetime(2030, 1, 2, 3, 4, 5, 500_000, UTC)
    assert theirs == "2030-01-02T03:04:05.5Z"


@pytest.mark.parametrize(
    "arguments", [{"ttl": "an hour"}, {"date_expiry": "tomorrow"}, {"tttl": 1}], ids=str
)
def test_value_that_cannot_be_right_is_not_sent(both: Both, arguments: dict[str, Any]) -> None:
    """Refused before anything is sent, all mistakes at once; twilio-python leaves it to the API."""
    with pytest.raises(ParameterError, match=f"{next(iter(arguments))}"):
        both.our_sessions(SESSION).update(**arguments)
    with pytest.raises((TwilioRestException, TypeError)):
        both.their_sessions(SESSION).update(**arguments)

    # Python itself refuses them the name that is none.
    assert len(both.server.taken()) == (0 if "tttl" in arguments else 1)
