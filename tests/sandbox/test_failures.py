"""Failures on request, limits, and what a test can see of a sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from restmap import (
    Client,
    ConfigurationError,
    NumberPage,
    Paging,
    Params,
    RateLimitError,
    Request,
    Resource,
    RetryPolicy,
    ServerError,
    TransportError,
    collection,
    field,
)
from restmap.sandbox import Sandbox
from restmap.sandbox.request_log import MAX_BYTES, MAX_REQUESTS


class Note(Resource, uri="/tickets/{ticket_id}/notes/{id}"):
    id: int
    ticket_id: int
    text: str
    url: str | None

    class Create(Params):
        text: str


class Ticket(Resource, uri="/tickets/{id}", page=NumberPage("tickets")):
    id: int
    subject: str = field(initial="")

    class Create(Params):
        subject: str

    class Fetch(Params): ...

    class List(Paging): ...

    notes = collection(Note)


class Desk(Client, host="api.desk.example"):
    tickets = collection(Ticket)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(Desk) as sandbox:
        yield sandbox


@pytest.fixture(params=["http", "in process"])
def client(sandbox: Sandbox, request: pytest.FixtureRequest) -> Iterator[Desk]:
    settings: Any = {"base_url": sandbox.url} if request.param == "http" else {"transport": sandbox}
    with Desk(headers={"Authorization": f"Bearer {sandbox.token}"}, retries=1, **settings) as desk:
        yield desk


def test_an_operation_fails_so_many_times(sandbox: Sandbox, client: Desk) -> None:
    sandbox.fail(Ticket, "create", status=503, times=2, retry_after=7)
    for _ in range(2):
        with pytest.raises(ServerError) as caught:
            client.tickets.create(subject="Fire")
        assert (caught.value.status, caught.value.headers["Retry-After"]) == (503, "7")
    assert client.tickets.create(subject="Fire").subject == "Fire"
    assert client.tickets.list()[0].fetch().subject == "Fire"
    assert [each.method for each in sandbox.requests] == ["POST"] * 3 + ["GET"] * 3


def test_a_retry_gets_over_a_failure(sandbox: Sandbox) -> None:
    sandbox.fail(times=2)
    policy = RetryPolicy(3, base_seconds=0.001)
    client = Desk(headers={"Authorization": f"Bearer {sandbox.token}"}, transport=sandbox,
                  retries=policy)  # fmt: skip
    assert client.tickets.list() == []
    assert len(sandbox.requests) == 3


def test_a_share_of_the_requests_fails(sandbox: Sandbox, client: Desk) -> None:
    sandbox.fail(share=0.5)
    failed = 0
    for _ in range(60):
        try:
            client.tickets.list()
        except ServerError:
            failed += 1
    assert 5 < failed < 55  # beyond, once in 10 ** 10 runs


def test_a_response_that_is_cut_off_was_handled(sandbox: Sandbox, client: Desk) -> None:
    sandbox.fail(Ticket, "create", cut_off=True, times=1)
    with pytest.raises(TransportError) as caught:
        client.tickets.create(subject="Fire")
    assert str(caught.value).startswith("the request failed: the response is incomplete")
    assert caught.value.maybe_sent
    assert [each.subject for each in client.tickets] == ["Fire"]


def test_a_late_response(sandbox: Sandbox) -> None:
    sandbox.fail(delay=0.5, times=1)
    auth = {"Authorization": f"Bearer {sandbox.token}"}
    with (
        Desk(headers=auth, base_url=sandbox.url, retries=1, timeout=0.05) as client,
        pytest.raises(TransportError, match="nothing was received for"),
    ):
        client.tickets.list()


def test_a_limit_of_requests(sandbox: Sandbox, client: Desk) -> None:
    sandbox.limit(2, per=60)
    client.tickets.list()
    client.tickets.list()
    with pytest.raises(RateLimitError) as caught:
        client.tickets.list()
    assert 1 <= int(caught.value.headers["Retry-After"]) <= 60
    sandbox.reset()
    assert client.tickets.list() == []


def test_records_and_reset(sandbox: Sandbox, client: Desk) -> None:
    fire, water = (client.tickets.create(subject=each) for each in ("Fire", "Water"))
    water.notes.create(text="wet")
    fire.notes.create(text="hot")
    assert [each["subject"] for each in sandbox.records(Ticket)] == ["Fire", "Water"]
    assert [each["text"] for each in sandbox.records(Note)] == ["wet", "hot"]

    sandbox.override(Ticket, "list")(lambda call: None)
    sandbox.fail()
    sandbox.reset()
    assert (sandbox.records(Ticket), sandbox.records(Note), sandbox.requests) == ([], [], [])
    assert client.tickets.list() == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"status": 200}, "status cannot be 200."),
        ({"times": 0}, "times cannot be 0."),
        ({"share": 0}, "share cannot be 0."),
        ({"share": 1.5}, "share cannot be 1.5."),
        ({"delay": -1}, "delay cannot be -1."),
        ({"owner": Ticket, "operation": "creat"}, "Ticket has no operation 'creat'."),
        ({"owner": Resource, "operation": "create"}, "Resource is not served here."),
    ],
)
def test_failures_that_cannot_be(sandbox: Sandbox, arguments: Any, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        sandbox.fail(**arguments)
    assert str(caught.value).splitlines()[0] == message


def test_a_limit_that_cannot_be(sandbox: Sandbox) -> None:
    with pytest.raises(ConfigurationError, match=r"^requests cannot be 0\."):
        sandbox.limit(0)


def test_records_have_what_is_computed_for_each_response(sandbox: Sandbox, client: Desk) -> None:
    fire = client.tickets.create(subject="Fire")
    note = fire.notes.create(text="hot")
    url = "https://api.desk.example/tickets/1/notes/2"
    assert sandbox.records(Note) == [
        {"id": note.id, "ticket_id": fire.id, "text": "hot", "url": url}
    ]


def test_many_and_large_requests_are_not_all_kept(
    sandbox: Sandbox,
) -> None:
    def ask(path: str, body: bytes | None = None) -> None:
        sandbox.handle(Request("POST", f"https://api.desk.example/{path}", {}, body))

    for number in range(MAX_REQUESTS + 5):
        ask(f"{number}")
    paths = [each.url.rpartition("/")[2] for each in sandbox.requests]
    assert paths == [str(number) for number in range(5, MAX_REQUESTS + 5)]

    half = b"x" * (MAX_BYTES // 2)
    for number in range(3):
        ask(f"large {number}", half)
    assert [each.url[-7:] for each in sandbox.requests] == ["large 1", "large 2"]
    ask("larger", half * 3)
    assert [each.url[-6:] for each in sandbox.requests] == ["larger"]
    sandbox.reset()
    ask("last", half)
    assert len(sandbox.requests) == 1
