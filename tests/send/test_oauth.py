"""OAuth 2 client credentials: asked for once, renewed in time, renewed once when refused."""

from __future__ import annotations

import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs

import pytest

from restmap import (
    AuthenticationError,
    ConfigurationError,
    HandlerTransport,
    OAuth2ClientCredentials,
    RateLimitError,
    Request,
    Response,
    ServerError,
    TransportError,
    collection,
)

from ..support import DeskClient, json_response
from .desk import COLOURS, TICKET, Desk, Ticket, broken, failed

TOKEN_URL = "https://auth.desk.example/token?audience=desk"


def auth_of(desk: Desk | None = None, **settings: Any) -> OAuth2ClientCredentials:
    if desk is not None:
        settings["clock"] = desk.clock
    return OAuth2ClientCredentials(TOKEN_URL, "id", "s3cret", **settings)


def token(value: Any = "one", **more: Any) -> Response:
    return json_response(
        {"access_token": value, "token_type": "Bearer", "expires_in": 3600, **more}
    )


def desk_with(colour: str, *responses: Any, **settings: Any) -> Desk:
    desk = Desk(colour, *responses)
    desk.client.auth = auth_of(desk, **settings)
    return desk


def trail(desk: Desk) -> list[str]:
    """The requests of a desk: the asking for tokens, and the tokens that the others have."""
    return [
        "asked" if each.url == TOKEN_URL else each.headers.get("Authorization", "none")
        for each in desk.requests
    ]


@pytest.mark.parametrize("colour", COLOURS)
def test_a_token_is_asked_for_once_and_kept(colour: str) -> None:
    desk = desk_with(colour, token(), TICKET, TICKET)
    desk.do("create")
    desk.do("fetch")
    assert trail(desk) == ["asked", "Bearer one", "Bearer one"]
    asking = desk.requests[0]
    assert (asking.method, asking.url) == ("POST", TOKEN_URL)
    assert asking.body == b"grant_type=client_credentials"
    assert dict(asking.headers) == {
        "Accept": "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
        "Authorization": "Basic aWQ6czNjcmV0",
    }
    assert asking.timeout == desk.requests[1].timeout


def test_nothing_is_asked_before_it_is_needed() -> None:
    assert desk_with("blocking").requests == []


def test_id_and_secret_are_encoded_before_they_are_joined() -> None:
    # RFC 6749 2.3.1: each by application/x-www-form-urlencoded.
    desk = Desk("blocking", token(), TICKET)
    desk.client.auth = OAuth2ClientCredentials(TOKEN_URL, "a:b", "c d%")
    desk.do("fetch")
    assert desk.requests[0].headers["Authorization"] == "Basic YSUzQWI6YytkJTI1"  # a%3Ab:c+d%25


def test_scope_and_credentials_in_the_body() -> None:
    desk = desk_with("blocking", token(), TICKET, scope="read write", in_body=True)
    desk.do("fetch")
    asking = desk.requests[0]
    assert asking.body is not None
    assert parse_qs(asking.body.decode()) == {
        "grant_type": ["client_credentials"],
        "scope": ["read write"],
        "client_id": ["id"],
        "client_secret": ["s3cret"],
    }
    assert "Authorization" not in asking.headers


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(
    ("lifetime", "good_for", "ended_after"),
    [
        (3600, 3569, 3570),  # renewed 30 seconds before its end
        ("3600", 3569, 3570),
        (20, 9, 10),  # a short one after half of its time
        (None, 3569, 3570),
        (-5, 3569, 3570),
        (0, 3569, 3570),
        ("soon", 3569, 3570),
        (1e999, 3569, 3570),
        (10**400, 3569, 3570),
        ([], 3569, 3570),
    ],
    ids=lambda value: str(value)[:10],
)
def test_it_is_renewed_before_it_ends(
    lifetime: Any, good_for: float, ended_after: float, colour: str
) -> None:
    responses = token("one", expires_in=lifetime), TICKET, TICKET, token("two"), TICKET
    desk = desk_with(colour, *responses)
    desk.do("fetch")
    desk.clock.seconds = 1000.0 + good_for
    desk.do("fetch")
    desk.clock.seconds = 1000.0 + ended_after
    desk.do("fetch")
    assert trail(desk) == ["asked", "Bearer one", "Bearer one", "asked", "Bearer two"]


def test_without_a_lifetime_it_lives_as_long_as_is_usual() -> None:
    desk = desk_with(
        "blocking", json_response({"access_token": "one"}), TICKET, token("two"), TICKET
    )
    desk.do("fetch")
    desk.clock.seconds += 3570
    desk.do("fetch")
    assert trail(desk) == ["asked", "Bearer one", "asked", "Bearer two"]


@pytest.mark.parametrize("colour", COLOURS)
def test_a_refused_token_is_renewed_once(colour: str) -> None:
    desk = desk_with(colour, token("one"), failed(401), token("two"), TICKET)
    desk.do("create")
    assert trail(desk) == ["asked", "Bearer one", "asked", "Bearer two"]


@pytest.mark.parametrize("colour", COLOURS)
def test_and_not_twice(colour: str) -> None:
    desk = desk_with(colour, token("one"), failed(401), token("two"), failed(401))
    with pytest.raises(AuthenticationError) as caught:
        desk.do("fetch")
    assert caught.value.attempts == 1
    assert trail(desk) == ["asked", "Bearer one", "asked", "Bearer two"]


REFUSALS = [
    (failed(400), 400, "it has no access_token"),
    (failed(401), 401, "it has no access_token"),
    (json_response({"access_token": "one"}, 403), 403, "its access_token is not usable"),
    (Response(302, {"Location": "https://elsewhere.example"}), 302, "it has no access_token"),
    (Response(200), 200, "it has no access_token"),
    (Response(200, body=b"<p>Off</p>"), 200, "it has no access_token"),
    (Response(200, body=b"\xff\xfe"), 200, "it has no access_token"),
    (Response(200, body=b"[" * 100_000), 200, "it has no access_token"),
    (json_response([]), 200, "it has no access_token"),
    (json_response("one"), 200, "it has no access_token"),
    (json_response({"error": "invalid_client"}), 200, "it has no access_token"),
    (json_response({"access_token": 5}), 200, "its access_token is not usable"),
    (json_response({"access_token": None}), 200, "its access_token is not usable"),
    (json_response({"access_token": "one\r\nX-Admin: 1"}), 200, "its access_token is not usable"),
    (json_response({"access_token": "t€n"}), 200, "its access_token is not usable"),
    (json_response({"access_token": "one\n"}), 200, "its access_token is not usable"),
    (json_response({"access_token": " one"}), 200, "its access_token is not usable"),
]


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(("refusal", "status", "why"), REFUSALS)
def test_a_response_without_a_token(refusal: Response, status: int, why: str, colour: str) -> None:
    desk = desk_with(colour, refusal, in_body=True)
    with pytest.raises(ConfigurationError) as caught:
        desk.do("fetch")
    assert str(caught.value) == (
        f"the token response with status {status} cannot be used: {why}.\n"
        "  Check client_id, client_secret and scope.\n"
        "  in POST https://auth.desk.example/token"
    )
    assert trail(desk) == ["asked"]


def test_an_empty_token_is_none() -> None:
    desk = desk_with("blocking", token(""))
    with pytest.raises(ConfigurationError):
        desk.do("fetch")


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("trouble", [failed(503), failed(429, Retry_After="1"), broken()])
def test_trouble_of_the_token_s_server_is_like_any_other(trouble: Any, colour: str) -> None:
    desk = desk_with(colour, trouble, token(), TICKET)
    desk.do("fetch")
    assert trail(desk) == ["asked", "asked", "Bearer one"]


@pytest.mark.parametrize(
    ("trouble", "error"),
    [(failed(500), ServerError), (failed(429), RateLimitError), (broken(), TransportError)],
)
def test_trouble_that_lasts(trouble: Any, error: type[Exception]) -> None:
    desk = desk_with("blocking", trouble)
    desk.client.retries = desk.client.options(retries=1).retries
    with pytest.raises(error):
        desk.do("fetch")
    assert trail(desk) == ["asked"]


@pytest.mark.parametrize("text", ["s3cret\udcff", "s3cret\n", "", None, b"s3cret", 5])
def test_id_and_secret_are_checked_when_the_object_is_made(text: Any) -> None:
    for id_and_secret in (("id", text), (text, "secret")):
        for in_body in (False, True):
            with pytest.raises(ConfigurationError) as caught:
                OAuth2ClientCredentials(TOKEN_URL, *id_and_secret, in_body=in_body)
            assert str(caught.value) == (
                "the credentials are empty, or have a character that a header cannot carry.\n"
                "  Remove line breaks and spaces around them: text.strip()."
            )
            assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("token_url", "problem"),
    [
        ("auth.example.com/token", "'auth.example.com/token' is not the URL of a server."),
        ("https://[::1/token?s3cret", "'https://[::1/token' is not the URL of a server."),
        (
            "https://auth.example.com:0/",
            "'https://auth.example.com:0/' is not the URL of a server.",
        ),
        ("https://id:s3cret@auth.example.com/token", "has credentials."),
    ],
)
def test_a_token_url_is_that_of_a_server(token_url: str, problem: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        OAuth2ClientCredentials(token_url, "id", "s3cret")
    assert str(caught.value).partition("\n")[0] == f"the token_url {problem}"
    assert caught.value.__context__ is None


def test_no_error_holds_the_token_of_a_response_that_cannot_be_read() -> None:
    desk = desk_with("blocking", Response(200, body=b'{"access_token": "s3cret", }'))
    with pytest.raises(ConfigurationError) as caught:
        desk.do("fetch")
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None


def test_the_secret_is_not_for_plain_http() -> None:
    with pytest.raises(ConfigurationError) as caught:
        OAuth2ClientCredentials("http://auth.desk.example/token", "id", "s3cret")
    assert str(caught.value) == (
        "credentials would go over plain http to 'auth.desk.example'.\n"
        "  Use https, or allow it: allow_plain_http=True."
    )
    OAuth2ClientCredentials("http://127.0.0.1:8080/token", "id", "s3cret")
    OAuth2ClientCredentials("http://auth.desk.example", "id", "s3cret", allow_plain_http=True)


def test_a_pickle_has_the_secret_and_not_the_token() -> None:
    desk = desk_with("blocking", token("one-token"), TICKET)
    desk.do("fetch")
    auth = OAuth2ClientCredentials(TOKEN_URL, "id", "s3cret")
    auth._token, auth._ends = "one-token", 1e9
    pickled = pickle.dumps(auth)
    assert b"one-token" not in pickled
    again = Desk("blocking", token("two"), TICKET, auth=pickle.loads(pickled))
    again.do("fetch")
    assert trail(again) == ["asked", "Bearer two"]


def test_threads_never_send_a_token_that_was_dropped() -> None:
    """One thread's 401 drops the token while another is about to use it."""
    count = iter(range(10**6))
    lock = threading.Lock()
    bad: list[str] = []

    def server(request: Request) -> Response:
        if request.url == TOKEN_URL:
            with lock:
                return token(f"t{next(count)}")
        if request.headers["Authorization"] == "Bearer None":
            bad.append(request.url)
        with lock:
            return failed(401) if next(count) % 3 == 0 else TICKET

    desk = Desk("blocking", server, auth=auth_of())

    def work() -> None:
        for _ in range(100):
            with suppress(AuthenticationError):
                desk.do("fetch")

    threads = [threading.Thread(target=work) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert bad == []


def test_calls_at_a_time_ask_for_one_token() -> None:
    issued: list[str] = []

    def serve(request: Request) -> Response:
        # Each token ends the one before, as with servers that keep one for each client.
        if request.url == TOKEN_URL:
            issued.append("asked")
            return token(f"token {len(issued)}")
        is_good = request.headers["Authorization"] == f"Bearer token {len(issued)}"
        return TICKET if is_good else failed(401)

    client = DeskClient(auth=auth_of(), transport=HandlerTransport(serve))
    tickets: Any = collection(Ticket).under(client.desk.v1)
    assert tickets("T1").fetch().sid == "T1"
    issued.append("revoked")
    with ThreadPoolExecutor(8) as pool:
        assert {each.sid for each in pool.map(lambda _: tickets("T1").fetch(), range(40))} == {"T1"}
    assert issued == ["asked", "revoked", "asked"]
