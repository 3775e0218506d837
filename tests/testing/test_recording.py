"""Calls are recorded once, and replayed after that."""

from __future__ import annotations

import asyncio
import hashlib
import json
import threading
from base64 import b64encode
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, strategies as st

from restmap import (
    BasicAuth,
    BearerAuth,
    ConfigurationError,
    HandlerTransport,
    NotFoundError,
    RecordingError,
    Request,
    Response,
    TransportError,
)
from restmap.sandbox import Sandbox
from restmap.testing import RecordingTransport

from .desk import ORIGIN, PICTURE, Desk, Nowhere, Server, as_json, load

FORMATS = pytest.mark.parametrize("suffix", ["yaml", "json"])
AUTH = BearerAuth("t0p-s3cret")


def program(desk: Desk) -> list[Any]:
    """A program that makes each kind of call."""
    created = desk.tickets.create(subject="Fire", priority=1)
    attached = created.attach(note="see", file=b"\x00\xff")
    with created.picture() as pieces:
        picture = b"".join(pieces)
    listed = [each.id for each in desk.tickets]
    again = desk.tickets.create(subject="Fire", priority=1)
    created.delete()
    return [created.subject, attached.id, picture, listed, again.id]


async def program_async(desk: Desk) -> list[Any]:
    created = await desk.tickets.create_async(subject="Fire", priority=1)
    attached = await created.attach_async(note="see", file=_pieces())
    async with created.picture() as pieces:
        picture = b"".join([each async for each in pieces])
    listed = [each.id async for each in desk.tickets.stream()]
    again = await desk.tickets.create_async(subject="Fire", priority=1)
    await created.delete_async()
    return [created.subject, attached.id, picture, listed, again.id]


async def _pieces() -> Any:
    yield b"\x00"
    yield b"\xff"


RESULT = ["Fire", 7, PICTURE, [1, 2], 7]


@FORMATS
def test_what_was_recorded_is_replayed(suffix: str, tmp_path: Path) -> None:
    path, server = tmp_path / f"new/calls.{suffix}", Server()
    assert program(Desk(auth=AUTH, transport=RecordingTransport(path, server))) == RESULT
    assert len(server.requests) == 6
    written = path.read_bytes()
    replaying = RecordingTransport(path, Nowhere())
    assert program(Desk(auth=AUTH, transport=replaying)) == RESULT
    # What a blocking program recorded is replayed by one that awaits, and the other way round.
    replaying = RecordingTransport(path, Nowhere())
    assert asyncio.run(program_async(Desk(auth=AUTH, transport=replaying))) == RESULT
    assert path.read_bytes() == written
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@FORMATS
def test_awaited_calls_are_recorded_alike(suffix: str, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.{suffix}" for name in ("blocking", "awaited")]
    program(Desk(auth=AUTH, transport=RecordingTransport(paths[0], Server())))
    awaited = Desk(auth=AUTH, transport=RecordingTransport(paths[1], Server()))
    assert asyncio.run(program_async(awaited)) == RESULT
    assert load(paths[0]) == load(paths[1])


def test_the_file_is_for_readers(tmp_path: Path) -> None:
    path = tmp_path / "calls.yaml"
    desk = Desk(auth=AUTH, transport=RecordingTransport(path, Server()))
    desk.tickets.create(subject="Fire", priority=1).attach(note="see", file=b"\x00\xff")
    assert (
        path.read_text()
        == """\
# Recorded by restmap.testing.RecordingTransport.
version: 1
calls:
- request:
    method: POST
    url: https://api.desk.example/v1/tickets
    headers:
      Accept: application/json
      Content-Type: application/json
    json:
      subject: Fire
      priority: 1
    credentials:
    - REPLACED-1
  response:
    status: 201
    headers:
      Content-Type: application/json
    json:
      id: 7
      subject: Fire
      pin: null
      opened_by: null
      url: https://api.desk.example/v1/tickets/7
      priority: 1

- request:
    method: POST
    url: https://api.desk.example/v1/tickets/7/files
    headers:
      Accept: application/json
      Content-Type: multipart/form-data
    multipart:
    - name: note
      text: see
    - name: file
      filename: file
      content_type: application/octet-stream
      base64: AP8=
    credentials:
    - REPLACED-1
  response:
    status: 201
    headers:
      Content-Type: application/json
    json:
      id: 7
      subject: null
      pin: null
      opened_by: null
      url: https://api.desk.example/v1/tickets/7
"""
    )


def test_over_http_by_the_transports_of_a_client(tmp_path: Path) -> None:
    with Sandbox(Desk) as sandbox:
        for recorded in ("once", "replayed"):
            with RecordingTransportOf(tmp_path / "calls.yaml") as transport:
                client = Desk(
                    auth=BasicAuth(sandbox.account, sandbox.token),
                    base_url=sandbox.url,
                    transport=transport,
                )
                created = client.tickets.create(subject="Fire")

                async def fetch(client: Desk = client, key: int = created.id) -> str | None:
                    async with client:
                        return (await client.tickets(key).fetch_async()).subject

                assert asyncio.run(fetch()) == "Fire", recorded
                assert created.subject == "Fire"
            assert len(sandbox.requests) == 2


class RecordingTransportOf(RecordingTransport):
    def __enter__(self) -> RecordingTransport:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def test_a_transport_that_was_closed_serves_another_client(tmp_path: Path) -> None:
    transport = RecordingTransport(tmp_path / "calls.json", Server())
    for _ in range(2):
        with Desk(transport=transport) as desk:
            desk.tickets.list()
    assert len(load(transport.path)) == 2


# -- modes ----------------------------------------------------------------------------------


def test_all_records_again(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    for subject in ("Fire", "Flood"):
        transport = RecordingTransport(path, Server(), mode="all")
        assert transport.is_recording
        Desk(transport=transport).tickets.create(subject=subject)
    assert [each["request"]["json"] for each in load(path)] == [{"subject": "Flood"}]
    assert not RecordingTransport(path).is_recording


def test_none_never_records(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    desk = Desk(transport=RecordingTransport(path, Nowhere(), mode="none"))
    with pytest.raises(RecordingError) as caught:
        desk.tickets.create()
    assert str(caught.value) == (
        f"there is no recording {str(path)!r}, and mode='none' records nothing.\n"
        "  Record it: mode='once', or in pytest --restmap-record=once.\n"
        "  in POST https://api.desk.example/v1/tickets"
    )
    assert (caught.value.method, caught.value.url) == ("POST", f"{ORIGIN}/v1/tickets")
    assert not path.exists()


def test_a_mode_that_does_not_exist() -> None:
    with pytest.raises(ConfigurationError) as caught:
        RecordingTransport("calls.json", mode="new")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "mode cannot be 'new'.\n  Write 'once', 'none' or 'all'.\n  in RecordingTransport"
    )


def test_its_repr(tmp_path: Path) -> None:
    assert repr(RecordingTransport(tmp_path / "a.json")).endswith("a.json', recording>")
    assert repr(RecordingTransport("a.json", mode="none")) == (
        "<RecordingTransport of 'a.json', replaying>"
    )


# -- order and failures ---------------------------------------------------------------------


def test_equal_requests_get_their_responses_in_order(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    states = iter(["queued", "sent", "delivered"])
    server = HandlerTransport(lambda _: as_json({"id": 1, "subject": next(states)}))
    for sending in (server, Nowhere()):
        tickets = Desk(transport=RecordingTransport(path, sending)).tickets
        fetched = [tickets(1).fetch().subject for _ in range(3)]
        assert fetched == ["queued", "sent", "delivered"]
    with pytest.raises(RecordingError) as caught:
        tickets(1).fetch()
    assert str(caught.value) == (
        f"the recording {str(path)!r} has this request 3 times, and it was sent more often.\n"
        "  Record it again: mode='all', or in pytest --restmap-record=all.\n"
        "  in GET https://api.desk.example/v1/tickets/1"
    )


def test_errors_of_the_api_are_recorded_and_failures_are_not(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    responses = iter([None, Response(503), as_json({"message": "gone"}, 404)])

    def respond(request: Request) -> Response:
        response = next(responses)
        if response is None:
            raise TransportError("no response", maybe_sent=False)
        return response

    for sending in (HandlerTransport(respond), Nowhere()):
        desk = Desk(transport=RecordingTransport(path, sending), sleep=lambda _: None)
        with pytest.raises(NotFoundError, match="gone"):
            desk.tickets(1).fetch()
    assert [each["response"]["status"] for each in load(path)] == [503, 404]


def test_threads_share_a_recording(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"

    def run(transport: RecordingTransport) -> list[str | None]:
        tickets, subjects = Desk(transport=transport).tickets, [None] * 20

        def create(number: int) -> None:
            subjects[number] = tickets.create(subject=f"ticket {number}").subject

        threads = [threading.Thread(target=create, args=(number,)) for number in range(20)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        return subjects

    expected = [f"ticket {number}" for number in range(20)]
    assert run(RecordingTransport(path, Server())) == expected
    assert run(RecordingTransport(path, Nowhere())) == expected


# -- files ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "it cannot be read: "),
        ("[]", "it has no 'version: 1'"),
        ('{"version": 2, "calls": []}', "it has no 'version: 1'"),
        ('{"version": 1, "calls": [{"request": {}}]}', "call 1 has no request or no response"),
        ('{"version": 1, "calls": [[]]}', "call 1 has no request or no response"),
    ],
)
@FORMATS
def test_a_file_that_is_no_recording(suffix: str, text: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / f"calls.{suffix}"
    path.write_text(text)
    with pytest.raises(ConfigurationError) as caught:
        RecordingTransport(path)
    first, *others = str(caught.value).splitlines()
    assert first.startswith(f"{path} is not a recording: {why}")
    assert others == [
        "  Delete it to record it again, or give another path.",
        "  in RecordingTransport",
    ]


def test_another_suffix() -> None:
    with pytest.raises(ConfigurationError) as caught:
        RecordingTransport("calls.txt")
    assert str(caught.value) == (
        "a recording cannot be written to 'calls.txt'.\n"
        "  Give the path of a file that ends with '.yaml' or '.json'.\n"
        "  in RecordingTransport"
    )


def test_yaml_needs_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ruamel.yaml", None)
    with pytest.raises(ConfigurationError) as caught:
        RecordingTransport("calls.yaml")
    assert str(caught.value) == (
        "the recording 'calls.yaml' needs ruamel.yaml, which is not installed.\n"
        "  Run: pip install 'restmap[testing]', or give a path that ends with '.json'.\n"
        "  in RecordingTransport"
    )


def test_a_date_that_someone_wrote_into_the_file_is_text(tmp_path: Path) -> None:
    path = tmp_path / "calls.yaml"
    path.write_text(
        "version: 1\ncalls:\n"
        "- request: {method: GET, url: https://api.desk.example/v1/tickets/1,\n"
        "            headers: {Accept: application/json}}\n"
        "  response: {status: 200, json: {id: 1, subject: 2026-11-24T00:00:00Z}}\n"
    )
    ticket = Desk(transport=RecordingTransport(path)).tickets(1).fetch()
    assert ticket.subject == "2026-11-24T00:00:00Z"


# -- every response comes again as it was ---------------------------------------------------

TEXTS = st.text(st.characters(), max_size=8)
VALUES: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
BODIES = st.binary(max_size=40) | st.text(max_size=20).map(str.encode)
KINDS = st.sampled_from(
    ["application/json", "application/x-www-form-urlencoded", "text/plain", "image/png", ""]
)


@FORMATS
@given(body=BODIES, kind=KINDS, status=st.sampled_from([200, 201, 404]))
def test_bytes_come_again(
    suffix: str, body: bytes, kind: str, status: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("calls") / f"calls.{suffix}"
    response = Response(status, {"Content-Type": kind} if kind else {}, body)
    request = Request("POST", f"{ORIGIN}/x", {"Content-Type": kind}, body)
    RecordingTransport(path, HandlerTransport(lambda _: response)).send(request)
    replayed = RecordingTransport(path).send(request)
    assert replayed.status == status
    assert comparable(kind, replayed.body) == comparable(kind, body)
    assert replayed.headers.get("Content-Type", "") == kind


def comparable(kind: str, body: bytes) -> object:
    """A body without what JSON and forms allow to be written in several ways."""
    try:
        if kind == "application/x-www-form-urlencoded":
            return sorted(parse_qsl(body.decode("ascii"), strict_parsing=True))
        return json.loads(body) if kind == "application/json" else body
    except ValueError:
        return body


@FORMATS
@given(value=VALUES)
def test_json_comes_again(
    suffix: str, value: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("calls") / f"calls.{suffix}"
    request = Request("GET", f"{ORIGIN}/x")
    RecordingTransport(path, HandlerTransport(lambda _: as_json(value))).send(request)
    assert RecordingTransport(path).send(request).json() == value


@pytest.mark.parametrize("body", [b'{"price": 1.50}', b'{"n": 1e5, "n": 2}', b'"\\ud800"', b"-0"])
def test_json_of_which_a_value_would_lose_something_is_written_as_text(
    body: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "calls.yaml"
    response = Response(200, {"Content-Type": "application/json"}, body)
    request = Request("POST", f"{ORIGIN}/x", {"Content-Type": "application/json"}, body)
    RecordingTransport(path, HandlerTransport(lambda _: response)).send(request)
    assert "text" in load(path)[0]["response"]
    assert RecordingTransport(path).send(request).body == body


def test_the_headers_fit_the_body_that_is_replayed(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    headers = {"Content-Encoding": "gzip", "Content-Length": "12", "Content-MD5": "x", "X-A": "b"}
    server = HandlerTransport(lambda _: as_json({"a": 1}, 200, **headers))
    request = Request("GET", f"{ORIGIN}/x")
    RecordingTransport(path, server).send(request)
    assert dict(RecordingTransport(path).send(request).headers) == {
        "Content-Type": "application/json",
        "X-A": "b",
        "Content-Length": "7",
    }


def test_a_checksum_stays_with_the_bytes_that_it_is_of(tmp_path: Path) -> None:
    path = tmp_path / "picture.yaml"
    digest = f"sha-256=:{b64encode(hashlib.sha256(PICTURE).digest()).decode()}:"
    headers = {"Content-Type": "image/png", "Content-Digest": digest, "Content-Length": "256"}
    server = HandlerTransport(lambda _: Response(200, headers, PICTURE))
    for sending in (server, Nowhere()):
        transport = RecordingTransport(path, sending)
        saved = Desk(transport=transport).tickets(1).picture().save(tmp_path / "picture.png")
        assert saved.read_bytes() == PICTURE
    assert load(path)[0]["response"]["headers"] == headers


def test_a_request_that_http_cannot_send_is_refused(tmp_path: Path) -> None:
    transport = RecordingTransport(tmp_path / "calls.json", Nowhere())
    with pytest.raises(ValueError, match="'get it' is not an HTTP method"):
        transport.send(Request("get it", ORIGIN))
