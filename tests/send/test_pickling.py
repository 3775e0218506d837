"""Pickling: what is kept of clients, records and errors, and what is not."""

from __future__ import annotations

import copy
import json
import pickle
import random
import subprocess
import sys
from typing import Any

import cloudpickle
import pytest

import restmap
from restmap import (
    ApiError,
    ArrayPage,
    Auth,
    BadRequestError,
    BasicAuth,
    BearerAuth,
    Client,
    ConfigurationError,
    ConnectionSettings,
    HandlerTransport,
    HeaderAuth,
    Model,
    NoAuth,
    OAuth2ClientCredentials,
    Observer,
    Paging,
    Params,
    Request,
    Resource,
    Response,
    RestmapError,
    RetryPolicy,
    Stream,
    Timeout,
    action,
    collection,
    field,
    partition,
)

from ..support import DeskClient, json_response
from .desk import TICKET, Desk, Ticket, failed

SECRET = "s3cret-value-0815"


def again(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


class Noted(Observer):
    """An observer that can be pickled: it is defined in a module."""


def serve(request: Any) -> Response:
    return TICKET


def serve_pages(request: Any) -> Response:
    if request.url.endswith("?Page=1"):
        return json_response({"items": [{"sid": "T2", "subject": "b"}]})
    return json_response({"items": [{"sid": "T1", "subject": "a"}], "next": "?Page=1"})


# -- what leads to a client -----------------------------------------------------------------


@pytest.mark.parametrize("how", [again, copy.copy])
def test_collections_pages_and_streams_go_on(how: Any) -> None:
    client = DeskClient(transport=HandlerTransport(serve_pages))
    tickets: Any = collection(Ticket).under(client.desk.v1)
    assert [each.sid for each in how(tickets).list()] == ["T1", "T2"]
    assert how(tickets.page()).next_page().items[0].sid == "T2"
    assert [each.sid for each in how(tickets.stream())] == ["T1", "T2"]


# -- clients --------------------------------------------------------------------------------


def test_a_client_keeps_its_settings_and_credentials() -> None:
    client = DeskClient(
        auth=BasicAuth("user", SECRET),
        base_url="https://proxy.example",
        timeout=Timeout(1, 2, 3),
        retries=RetryPolicy(attempts=7),
        drift="error",
        headers={"X-Tenant": "blue"},
        user_agent="app/1",
        connection=ConnectionSettings(pool_size=3),
        observers=[Noted()],
    )
    restored = again(client)
    assert type(restored) is DeskClient
    assert (
        restored.auth.authorise(restmap.Request("GET", "/")).headers
        == client.auth.authorise(restmap.Request("GET", "/")).headers
    )
    assert (restored.base_url, restored.timeout) == (client.base_url, client.timeout)
    assert (restored.retries, restored.drift) == (client.retries, "error")
    assert restored._headers == client._headers
    assert restored._pool._settings == client._pool._settings
    assert [type(each).__name__ for each in restored.observers] == ["LogObserver", "Noted"]


def test_a_client_with_every_default_can_be_pickled() -> None:
    assert again(DeskClient()).now().tzinfo is not None


def test_a_restored_client_works_and_reaches_its_own_resources() -> None:
    client = DeskClient(transport=HandlerTransport(serve))
    assert client.desk.v1.client is client
    restored = again(client)
    assert restored.desk.v1.client is restored
    tickets: Any = collection(Ticket).under(restored.desk.v1)
    assert tickets("T1").fetch().sid == "T1"


def test_connections_and_the_state_of_the_budget_stay_behind() -> None:
    desk = Desk("blocking", *[failed(503)] * 4)
    with pytest.raises(ApiError):
        desk.do("fetch")
    client = DeskClient()
    client._pool.blocking()
    client._budget.spend()
    restored = again(client)
    assert restored._pool is not client._pool
    assert restored._pool._transports == {}
    assert restored._budget._left == 20


def test_a_closed_client_is_open_again_elsewhere() -> None:
    client = DeskClient(transport=HandlerTransport(serve))
    client.close()
    again(client)._pool.blocking()


def test_a_pickle_does_not_carry_the_random_state() -> None:
    """Processes that started from one client must not wait in step."""
    pickled = pickle.dumps(DeskClient())
    assert len(pickled) < 2_000
    random.seed(1)
    first = pickle.loads(pickled).retries.backoff_seconds(4)
    second = pickle.loads(pickled).retries.backoff_seconds(4)
    assert first != second


@pytest.mark.parametrize(
    "auth",
    [
        NoAuth(),
        BasicAuth("a", "b"),
        BearerAuth("t"),
        HeaderAuth("X-Key", "k"),
        OAuth2ClientCredentials("https://auth.example/token", "id", "s"),
    ],
)
def test_every_auth_can_be_pickled(auth: Auth) -> None:
    restored = again(auth)
    assert type(restored) is type(auth)
    if not isinstance(auth, OAuth2ClientCredentials):
        request = restmap.Request("GET", "https://desk.example")
        assert restored.authorise(request) == auth.authorise(request)


def test_a_pickle_of_a_client_holds_its_secret_and_says_so() -> None:
    assert SECRET.encode() in pickle.dumps(DeskClient(auth=BearerAuth(SECRET)))
    assert "a pickle holds its credentials" in " ".join((restmap.Client.__doc__ or "").split())


# -- records --------------------------------------------------------------------------------


def record_of(auth: Auth) -> Any:
    headers = {"X-Tenant": SECRET}
    desk = Desk("blocking", json_response({"sid": "T1", "subject": "Printer"}, Set_Cookie=SECRET))
    desk.client.auth = auth
    desk.client._add_headers(headers)
    return desk.do("fetch")


def test_a_record_keeps_its_fields_and_has_no_client() -> None:
    record = record_of(BearerAuth(SECRET))
    pickled = pickle.dumps(record)
    assert SECRET.encode() not in pickled
    restored = pickle.loads(pickled)
    assert restored == record
    assert (restored.sid, restored.subject) == ("T1", "Printer")
    assert restored.to_dict() == record.to_dict()
    assert restored.response is None
    with pytest.raises(ConfigurationError) as caught:
        restored.fetch()
    assert str(caught.value) == (
        "this record was restored from a pickle, so it has no client.\n"
        "  Reach it through a collection: `client.….sessions(sid)`."
    )


def test_a_handle_and_a_page_of_records() -> None:
    desk = Desk("blocking", json_response({"items": [{"sid": "T1", "subject": "a"}], "next": None}))
    handle = again(desk.tickets("T9"))
    assert repr(handle) == repr(desk.tickets("T9"))
    assert [each.sid for each in again(desk.do("list"))] == ["T1"]


def test_a_copied_record_still_has_its_client() -> None:
    desk = Desk("blocking", TICKET, TICKET, TICKET)
    record = desk.do("fetch")
    copy.copy(record).fetch()
    copy.deepcopy(record).fetch()
    assert len(desk.requests) == 3


# -- errors ---------------------------------------------------------------------------------


ERRORS = [
    value
    for value in (getattr(restmap, name) for name in restmap.__all__)
    if isinstance(value, type) and issubclass(value, RestmapError)
]


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_survives(kind: type[RestmapError]) -> None:
    error = kind("what was found.\n  The remedy.\n  in a place", method="GET", url="https://x.test")
    error.attempts, error.page_url = 3, "https://x.test/?Page=2"
    restored = again(error)
    assert type(restored) is kind
    assert str(restored) == str(error)
    assert vars(restored) == vars(error)


def test_an_error_of_the_api_keeps_what_support_asks_for() -> None:
    body = {"code": 20429, "message": "Slow down", "details": [{"field": "x"}]}
    desk = Desk("blocking", json_response(body, 429, X_Request_Id="RQ1", Retry_After="60"))
    with pytest.raises(ApiError) as caught:
        desk.do("list")
    restored = again(caught.value)
    assert type(restored) is restmap.RateLimitError
    assert (restored.status, restored.code, restored.request_id) == (429, 20429, "RQ1")
    assert (restored.retry_after, restored.attempts) == (60.0, 1)
    assert restored.details == [{"field": "x"}]
    assert restored.page_url == caught.value.page_url
    assert restored.headers["Retry-After"] == "60"
    assert str(restored) == str(caught.value)


@pytest.mark.parametrize("depth", [99, 300, 900])
@pytest.mark.parametrize("name", ["details", "errors", "message", "other"])
def test_an_error_with_deep_details_can_be_pickled_and_copied(name: str, depth: int) -> None:
    body = f'{{"{name}": {"[" * depth}{"]" * depth}, "code": 7}}'.encode()
    desk = Desk("blocking", Response(400, {"Content-Type": "application/json"}, body))
    with pytest.raises(BadRequestError) as caught:
        desk.do("fetch")
    for duplicate in (again, copy.copy, copy.deepcopy):
        error = duplicate(caught.value)
        assert (error.code, error.body, str(error)) == (7, body, str(caught.value))
        assert (error.details, error.data) == (caught.value.details, caught.value.data)
    levels, inner = 0, caught.value.data[name]
    while inner and inner != "…":
        levels, (inner,) = levels + 1, inner
    assert (levels, inner) == ((98, []) if depth == 99 else (99, "…"))


_PRINT_LIST = """
import pickle, sys

for ticket in pickle.load(sys.stdin.buffer).stream():
    print(ticket.subject, ticket.address.city, ticket.parent.id, ticket.close)
"""


def test_classes_that_another_process_cannot_import_are_sent_by_cloudpickle() -> None:
    # As those of `__main__`, and of a notebook; Dask pickles by it.
    class Address(Model):
        city: str

    class Ticket(Resource, uri="/tickets/{id}", page=ArrayPage):
        id: int
        subject: str
        address: Address | None
        parent: Ticket | None = field(name="follows")

        class List(Paging): ...

        class Close(Params, uri="/close"): ...

        close = action(Close)

    class Desk(Client, host="api.desk.example"):
        tickets = collection(Ticket)

    def answer(request: Request) -> Response:
        found = {"id": 7, "subject": "Printer", "address": {"city": "Bonn"}, "follows": {"id": 3}}
        return Response(200, body=json.dumps([found]).encode())

    def tickets_of(_day: str) -> Stream[Ticket]:
        return Desk(transport=HandlerTransport(answer)).tickets.stream()

    (part,) = partition(tickets_of, ["2026-11-29"])
    there = subprocess.run(
        [sys.executable, "-c", _PRINT_LIST], input=cloudpickle.dumps(part), capture_output=True
    )

    assert there.stderr == b""
    assert there.stdout == b"Printer Bonn 3 <verb Ticket.close(): POST /tickets/{id}/close>\n"
