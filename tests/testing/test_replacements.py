"""No secret is in the file of a recording, and a program sees its own values all the same."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from restmap import (
    Auth,
    BasicAuth,
    BearerAuth,
    CookieAuth,
    HandlerTransport,
    HeaderAuth,
    OAuth2ClientCredentials,
    QueryAuth,
    Request,
    Response,
)
from restmap.testing import RecordingTransport

from .desk import ORIGIN, Desk, Nowhere, Server, as_json, load, ticket

SECRET, OTHER = "t0p+s3cret/", "an0ther-one"


def record(path: Path, response: Response, request: Request, **settings: Any) -> dict[str, Any]:
    """The one call that is recorded."""
    RecordingTransport(path, HandlerTransport(lambda _: response), **settings).send(request)
    (call,) = load(path)
    return dict(call)


@pytest.mark.parametrize(
    "make",
    [
        lambda secret: BearerAuth(secret),
        lambda secret: BasicAuth("the-user", secret),
        lambda secret: BasicAuth(secret, ""),
        lambda secret: HeaderAuth("X-Desk-Key", secret),
        lambda secret: QueryAuth("k", secret),
        lambda secret: CookieAuth("session", secret),
    ],
)
@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_credentials_are_not_written_and_others_replay(
    make: Any, suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"calls.{suffix}"
    auths: list[Auth] = [make(SECRET), make(OTHER)]
    for auth, sending in zip(auths, (Server(), Nowhere()), strict=True):
        # The API may show the credentials in its responses.
        desk = Desk(auth=auth, transport=RecordingTransport(path, sending))
        secret = SECRET if auth is auths[0] else OTHER
        assert desk.tickets.create(subject=f"by {secret}").subject == f"by {secret}"
    text = path.read_text()
    assert "s3cret" not in text
    assert "the-user" not in text
    assert b64encode(SECRET.encode()).decode() not in text


def test_a_token_that_is_requested_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "calls.yaml"

    def respond(request: Request) -> Response:
        if request.url.endswith("/token"):
            token = {"access_token": "t0ken-of-response", "token_type": "Bearer", "expires_in": 60}
            return as_json(token)
        return as_json(ticket(1, subject=request.headers["Authorization"]))

    for sending in (HandlerTransport(respond), Nowhere()):
        auth = OAuth2ClientCredentials("https://api.desk.example/token", "id-of-client", SECRET)
        desk = Desk(auth=auth, transport=RecordingTransport(path, sending))
        assert desk.tickets(1).fetch().subject is not None
    text = path.read_text()
    assert "t0ken-of-response" not in text
    assert "s3cret" not in text
    assert load(path)[0]["response"]["json"] == {
        "access_token": "REPLACED-3",
        "token_type": "Bearer",
        "expires_in": 60,
    }


def test_declared_parameters_are_not_written_and_come_again(tmp_path: Path) -> None:
    path = tmp_path / "calls.yaml"
    for pin, sending in (("4711", Server()), ("0815", Nowhere())):
        tickets = Desk(transport=RecordingTransport(path, sending)).tickets
        assert tickets.create(subject="Fire", pin=pin).pin == pin
        tickets(7).fetch(pin=pin)
    create, fetch = load(path)
    assert create["request"]["json"] == {"subject": "Fire", "pin": "REPLACED-1"}
    assert create["response"]["json"]["pin"] == "REPLACED-1"
    assert fetch["request"]["url"] == f"{ORIGIN}/v1/tickets/7?pin=REPLACED-1"


@pytest.mark.parametrize(
    "replace", ["opened_by", ["opened_by"], ("OpenedBy",), {"opened-by": None}]
)
def test_chosen_fields_are_replaced(replace: Any, tmp_path: Path) -> None:
    path = tmp_path / "calls.yaml"
    for name, sending in (("Ada Lovelace", Server()), ("Grace", Nowhere())):
        transport = RecordingTransport(path, sending, replace=replace)
        created = Desk(transport=transport).tickets.create(subject="Fire", opened_by=name)
        assert created.opened_by == name
    assert "Ada" not in path.read_text()


def test_chosen_fields_have_the_given_values(tmp_path: Path) -> None:
    path = tmp_path / "calls.yaml"
    replace = {"opened_by": "Ada", "priority": 3}
    for number, sending in ((1, Server()), (2, Nowhere())):
        transport = RecordingTransport(path, sending, replace=replace)
        created = Desk(transport=transport).tickets.create(opened_by=f"n{number}", priority=number)
        assert created.opened_by == ("n1" if number == 1 else "Ada")
    assert load(path)[0]["request"]["json"] == {"opened_by": "Ada", "priority": 3}


@pytest.mark.parametrize(
    ("sent", "changed"),
    [
        # By the name alone: secrets, but no numbers, dates, addresses and kinds of tokens.
        ({"password": "p", "max_tokens": 5}, {"password": "REPLACED-1"}),
        ({"token_expires_at": "2026-11-24T00:00:00Z"}, {}),
        ({"token_type": "bearer", "page_token": "PA1"}, {}),
        ({"token_url": "https://a.example/t"}, {}),
        ({"secrets": ["a", "b", "a"]}, {"secrets": ["REPLACED-1", "REPLACED-2", "REPLACED-1"]}),
        ({"credentials": [{"type": "apn"}]}, {}),
        ({"client_secret": ""}, {}),
        # By the user's choice: everything.
        ({"name": {"first": "Ada", "age": 36}}, {"name": {"first": "REPLACED-1", "age": 0}}),
        ({"name": [True, None, 1.5]}, {"name": [True, None, 0]}),
        # In the queries of addresses, and in their paths.
        ({"next": "/x?token=abc%2B&page=2"}, {"next": "/x?token=REPLACED-1&page=2"}),
        (
            {"name": "+15550100", "url": "/v1/people/%2B15550100/calls"},
            {"name": "REPLACED-1", "url": "/v1/people/REPLACED-1/calls"},
        ),
        # Short ones only where their name is.
        ({"name": "a", "url": "/v1/a/b", "other": "a"}, {"name": "REPLACED-1"}),
        # A secret wherever it is; a chosen value may be a common word.
        (
            {"secret": "sup3rb", "note": "not sup3rb"},
            {"secret": "REPLACED-1", "note": "not REPLACED-1"},
        ),
        ({"name": "in-progress", "status": "in-progress"}, {"name": "REPLACED-1"}),
    ],
)
def test_what_is_replaced(sent: Any, changed: Any, tmp_path: Path) -> None:
    request = Request("GET", f"{ORIGIN}/x")
    call = record(tmp_path / "calls.json", as_json(sent), request, replace=["name"])
    assert call["response"]["json"] == {**sent, **changed}


def test_forms_and_parts_and_headers(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    server = HandlerTransport(
        lambda _: Response(
            302, {"Set-Cookie": "id=1", "Location": "/x?sig=abc", "X-Auth-Token": "t"}
        )
    )
    transport = RecordingTransport(path, server, replace=["to"])
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    transport.send(Request("POST", f"{ORIGIN}/x", form, b"To=%2B1&Password=p&Body=hello"))
    boundary = {"Content-Type": "multipart/form-data; boundary=b"}
    part = b'--b\r\nContent-Disposition: form-data; name="to"\r\n\r\nAda\r\n--b--\r\n'
    transport.send(Request("POST", f"{ORIGIN}/x", {**boundary, "X-Own": "key"}, part))
    first, second = load(path)
    assert first["request"]["form"] == {
        "To": "REPLACED-1",
        "Password": "REPLACED-2",
        "Body": "hello",
    }
    assert second["request"] == {
        "method": "POST",
        "url": f"{ORIGIN}/x",
        "headers": {"Content-Type": "multipart/form-data"},
        "multipart": [{"name": "to", "text": "REPLACED-6"}],
    }
    assert first["response"]["headers"] == {
        "Set-Cookie": "REPLACED-3",
        "Location": "/x?sig=REPLACED-4",
        "X-Auth-Token": "REPLACED-5",
    }


def test_what_turns_out_to_be_a_secret_later_is_replaced_in_calls_before(tmp_path: Path) -> None:
    path = tmp_path / "calls.yaml"
    responses = iter([as_json({"id": "sup3rsecret"}), as_json({"password": "sup3rsecret"})])
    transport = RecordingTransport(path, HandlerTransport(lambda _: next(responses)))
    transport.send(Request("GET", f"{ORIGIN}/sup3rsecret"))
    assert "sup3rsecret" in path.read_text()
    transport.send(Request("GET", f"{ORIGIN}/b"))
    assert "sup3rsecret" not in path.read_text()
    assert RecordingTransport(path).send(Request("GET", f"{ORIGIN}/own")).json() == {"id": "own"}


def test_a_value_in_an_address_is_encoded_when_it_comes_again(tmp_path: Path) -> None:
    path = tmp_path / "calls.yaml"
    body = {"phone": "+15550100", "url": f"{ORIGIN}/phones/%2B15550100"}
    request = Request("GET", f"{ORIGIN}/phones/%2B15550100")
    record(path, as_json(body), request, replace=["phone"])
    sent = Request("GET", f"{ORIGIN}/phones/a%20b")
    assert RecordingTransport(path, replace=["phone"]).send(sent).json() == {
        "phone": "a b",
        "url": f"{ORIGIN}/phones/a%20b",
    }


def test_user_and_password_of_an_address_are_not_written(tmp_path: Path) -> None:
    request = Request("GET", "https://ada:pass@api.desk.example/x#part")
    call = record(tmp_path / "calls.json", Response(200), request)
    assert call["request"]["url"] == f"{ORIGIN}/x"


def test_a_program_that_gives_placeholders_back_gets_its_own_call(tmp_path: Path) -> None:
    """Two pages, whose tokens only the responses have; the later one can be requested first."""
    path = tmp_path / "calls.yaml"

    def respond(request: Request) -> Response:
        page = request.url.rpartition("=")[2]
        return as_json({"next_token": f"token-{page}", "page": page})

    transport = RecordingTransport(path, HandlerTransport(respond))
    for page in ("first", "second"):
        token = transport.send(Request("GET", f"{ORIGIN}/x?page={page}")).json()["next_token"]
        transport.send(Request("GET", f"{ORIGIN}/x?token={token}"))
    replaying = RecordingTransport(path)
    tokens = [
        replaying.send(Request("GET", f"{ORIGIN}/x?page={page}")).json()["next_token"]
        for page in ("first", "second")
    ]
    pages = [
        replaying.send(Request("GET", f"{ORIGIN}/x?token={token}")).json()["page"]
        for token in reversed(tokens)
    ]
    assert pages == [tokens[1], tokens[0]]
