"""Requests for Proxy sessions: the semantics of the class that this project started from."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from resources.twilio import Client
from restmap import HandlerTransport, Request, Response
from tests.support import form, json_response, meta_page, query

SERVICE = "KS" + "0" * 32
SESSION = "KC" + "1" * 32
SESSIONS_URL = f"https://proxy.twilio.com/v1/Services/{SERVICE}/Sessions"

RECORD: dict[str, Any] = {
    "sid": SESSION,
    "service_sid": SERVICE,
    "account_sid": "AC1",
    "unique_name": "order-42",
    "status": "open",
    "closed_reason": None,
    "mode": "voice-only",
    "ttl": 3600,
    "date_started": None,
    "date_ended": None,
    "date_last_interaction": None,
    "date_expiry": "2026-11-24T10:00:00Z",
    "date_created": "2026-11-24T09:00:00Z",
    "date_updated": "2026-11-24T09:00:00Z",
    "url": f"{SESSIONS_URL}/{SESSION}",
    "links": {"participants": f"{SESSIONS_URL}/{SESSION}/Participants"},
}


class Proxy:
    """A client whose server always gives the same response."""

    def __init__(self, response: Response) -> None:
        self.transport = HandlerTransport(lambda _: response)
        self.client = Client("AC1", "secret", transport=self.transport)
        self.sessions = self.client.proxy.v1.services(SERVICE).sessions

    @property
    def request(self) -> Request:
        (request,) = self.transport.requests
        return request


def created(**parameters: Any) -> Request:
    proxy = Proxy(json_response(RECORD, 201))
    proxy.sessions.create(**parameters)
    return proxy.request


def test_create_is_one_post_of_a_form():
    request = created(unique_name="order-42")
    assert (request.method, request.url) == ("POST", SESSIONS_URL)
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert request.headers["Accept"] == "application/json"
    assert request.headers["Authorization"] == "Basic QUMxOnNlY3JldA=="
    assert request.body == b"UniqueName=order-42"


def test_create_sends_all_that_it_is_given():
    request = created(
        unique_name="Zoë & co",
        date_expiry=datetime(2026, 11, 24, 11, 0, 0, 5, timezone(timedelta(hours=1))),
        ttl=3600,
        mode="voice-only",
        status="open",
        participants=[{"Identifier": "+15550100"}, {"Identifier": "+15550101", "n": None}],
        fail_on_participant_conflict=True,
    )
    assert form(request) == [
        ("UniqueName", "Zoë & co"),
        ("DateExpiry", "2026-11-24T10:00:00Z"),
        ("Ttl", "3600"),
        ("Mode", "voice-only"),
        ("Status", "open"),
        ("Participants", '{"Identifier":"+15550100"}'),
        ("Participants", '{"Identifier":"+15550101","n":null}'),
        ("FailOnParticipantConflict", "true"),
    ]
    assert "?" not in request.url


PARAMETERS = [
    ({}, []),
    ({"unique_name": None, "ttl": None, "participants": None}, []),
    ({"unique_name": ""}, [("UniqueName", "")]),
    ({"participants": []}, []),
    ({"participants": [{}]}, [("Participants", "{}")]),
    ({"participants": ({"Identifier": "é"},)}, [("Participants", '{"Identifier":"\\u00e9"}')]),
    ({"fail_on_participant_conflict": False}, [("FailOnParticipantConflict", "false")]),
    ({"ttl": 0}, [("Ttl", "0")]),
    ({"ttl": "3600"}, [("Ttl", "3600")]),
    ({"date_expiry": "2026-11-24T10:00:00Z"}, [("DateExpiry", "2026-11-24T10:00:00Z")]),
    ({"date_expiry": datetime(2026, 11, 24, 10)}, [("DateExpiry", "2026-11-24T10:00:00Z")]),
    ({"date_expiry": date(2026, 11, 24)}, [("DateExpiry", "2026-11-24T00:00:00Z")]),
    ({"mode": "carrier-pigeon"}, [("Mode", "carrier-pigeon")]),
]


@pytest.mark.parametrize(("parameters", "sent"), PARAMETERS)
def test_a_parameter_is_sent_as_its_type_says(parameters, sent):
    assert form(created(**parameters)) == sent if sent else created(**parameters).body == b""


def test_update_is_one_post_to_the_session():
    proxy = Proxy(json_response(RECORD))
    proxy.sessions(SESSION).update(status="closed", ttl=60)
    assert (proxy.request.method, proxy.request.url) == ("POST", f"{SESSIONS_URL}/{SESSION}")
    assert form(proxy.request) == [("Ttl", "60"), ("Status", "closed")]


def test_fetch_is_one_get_without_a_body():
    proxy = Proxy(json_response(RECORD))
    proxy.sessions(SESSION).fetch()
    assert (proxy.request.method, proxy.request.url) == ("GET", f"{SESSIONS_URL}/{SESSION}")
    assert proxy.request.body is None
    assert "Content-Type" not in proxy.request.headers


def test_delete_is_one_delete():
    proxy = Proxy(Response(204))
    assert proxy.sessions(SESSION).delete() is True
    assert (proxy.request.method, proxy.request.url) == ("DELETE", f"{SESSIONS_URL}/{SESSION}")
    assert proxy.request.body is None


PAGES = [
    ({}, []),
    ({"page_size": 5}, [("PageSize", "5")]),
    ({"page_size": 5000}, [("PageSize", "1000")]),
    (
        {"page_token": "PAKC1", "page_number": 2, "page_size": 50},
        [
            ("PageSize", "50"),
            ("PageToken", "PAKC1"),
            ("Page", "2"),
        ],
    ),
    ({"page_number": 0}, [("Page", "0")]),
    ({"page_size": None, "page_token": None, "page_number": None}, []),
]


@pytest.mark.parametrize(("arguments", "sent"), PAGES)
def test_a_page_is_asked_for_by_token_number_and_size(arguments, sent):
    proxy = Proxy(meta_page([], key="sessions"))
    proxy.sessions.page(**arguments)
    assert proxy.request.url.partition("?")[0] == SESSIONS_URL
    assert query(proxy.request) == sent


LISTS = [
    ({}, []),
    ({"limit": 20}, [("PageSize", "20")]),
    ({"limit": 1000}, [("PageSize", "1000")]),
    ({"limit": 5000}, [("PageSize", "1000")]),
    ({"limit": 20, "page_size": 7}, [("PageSize", "7")]),
    ({"limit": 20, "page_size": 100}, [("PageSize", "100")]),
    ({"limit": None, "page_size": 7}, [("PageSize", "7")]),
    ({"limit": 5, "page_token": "PA1"}, [("PageSize", "5"), ("PageToken", "PA1")]),
]


@pytest.mark.parametrize(("arguments", "sent"), LISTS)
def test_a_list_asks_for_as_much_as_it_needs(arguments, sent):
    proxy = Proxy(meta_page([], key="sessions"))
    assert proxy.sessions.list(**arguments) == []
    assert query(proxy.request) == sent


@pytest.mark.parametrize("verb", ["list", "stream"])
def test_a_limit_of_nothing_sends_nothing(verb):
    proxy = Proxy(meta_page([RECORD], key="sessions"))
    assert [*getattr(proxy.sessions, verb)(limit=0)] == []
    assert proxy.transport.requests == []


def test_a_stream_sends_nothing_before_its_first_record_is_asked_for():
    proxy = Proxy(meta_page([RECORD], key="sessions"))
    stream = proxy.sessions.stream(limit=5)
    assert proxy.transport.requests == []
    assert next(iter(stream)).sid == SESSION


def test_iterating_the_collection_is_a_stream_without_a_limit():
    proxy = Proxy(meta_page([RECORD], key="sessions"))
    assert [each.sid for each in proxy.sessions] == [SESSION]
    assert proxy.request.url == SESSIONS_URL


def test_the_collection_names_itself():
    assert str(Proxy(Response(204)).sessions) == "<Twilio.Proxy.V1.SessionList>"


def test_a_record_leads_to_its_participants():
    proxy = Proxy(json_response(RECORD))
    session = proxy.sessions(SESSION).fetch()
    participants = session.participants
    assert str(participants) == "<Twilio.Proxy.V1.ParticipantList>"
    listed = Proxy(meta_page([], key="participants"))
    listed.sessions(SESSION).participants.list()
    assert listed.request.url == f"{SESSIONS_URL}/{SESSION}/Participants"
    assert json.dumps(session.links) == json.dumps(RECORD["links"])
