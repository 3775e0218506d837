"""Auth objects: what they add to a request, and when something else wins."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator
from typing import Any, cast

import pytest

from restmap import (
    UNSET,
    Auth,
    AuthenticationError,
    BasicAuth,
    BearerAuth,
    ConfigurationError,
    HeaderAuth,
    NoAuth,
    Params,
    Request,
    Resource,
    Response,
    param,
    pascal_case,
)

from ..support import Served, json_response
from .desk import COLOURS, GOOD, TICKET, Desk, failed


def sent(auth: Auth | None, verb: str = "fetch", colour: str = "blocking") -> dict[str, str]:
    """The headers of a request with this auth."""
    desk = Desk(colour, GOOD[verb], auth=auth)
    desk.do(verb)
    return dict(desk.requests[0].headers)


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("verb", GOOD)
@pytest.mark.parametrize(
    ("auth", "name", "value"),
    [
        # RFC 7617 2, 2.1: its examples.
        (
            BasicAuth("Aladdin", "open sesame"),
            "Authorization",
            "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        ),
        (BasicAuth("test", "123£"), "Authorization", "Basic dGVzdDoxMjPCow=="),
        (BearerAuth("mF_9.B5f-4.1JqM"), "Authorization", "Bearer mF_9.B5f-4.1JqM"),
        (HeaderAuth("X-Desk-Key", "k"), "X-Desk-Key", "k"),
    ],
)
def test_every_request_is_authorised(
    auth: Auth, name: str, value: str, verb: str, colour: str
) -> None:
    assert sent(auth, verb, colour)[name] == value


@pytest.mark.parametrize("auth", [None, NoAuth(), Auth()])
def test_no_credentials(auth: Auth | None) -> None:
    assert sorted(sent(auth)) == ["Accept", "User-Agent"]


@pytest.mark.parametrize("colour", COLOURS)
def test_one_of_your_own_in_five_lines(colour: str) -> None:
    class SignedAuth(Auth):
        def authorise(self, request: Request) -> Request:
            signature = hashlib.sha256((request.body or b"") + b"key").hexdigest()
            return request.with_headers({"X-Signature": signature})

    expected = hashlib.sha256(b"Subject=Printerkey").hexdigest()
    assert sent(SignedAuth(), "create", colour)["X-Signature"] == expected


@pytest.mark.parametrize("colour", COLOURS)
def test_one_of_your_own_that_asks_first_and_again(colour: str) -> None:
    class NonceAuth(Auth):
        nonce = ""

        def flow(self, request: Request) -> Generator[Request, Response, Request]:
            if not self.nonce:
                asked = yield Request("GET", "https://api.desk.example/nonce")
                self.nonce = asked.body.decode()
            return request.with_headers({"X-Nonce": self.nonce})

        def renews(self, request: Request, response: Response) -> bool:
            self.nonce = ""
            return True

    nonces = Response(200, body=b"one"), Response(200, body=b"two")
    desk = Desk(colour, nonces[0], failed(401), nonces[1], TICKET, auth=NonceAuth())
    desk.do("create")
    assert [each.headers.get("X-Nonce") for each in desk.requests] == [None, "one", None, "two"]
    assert [each.method for each in desk.requests] == ["GET", "POST", "GET", "POST"]


@pytest.mark.parametrize("colour", COLOURS)
def test_refused_credentials_are_an_error_at_once(colour: str) -> None:
    desk = Desk(colour, failed(401), auth=BearerAuth("s3cret"))
    with pytest.raises(AuthenticationError):
        desk.do("fetch")
    assert len(desk.requests) == 1


ROTATIONS: list[tuple[Auth, Callable[[Any], None], str, str]] = [
    (BearerAuth("old"), lambda auth: auth.rotate("new"), "Authorization", "Bearer new"),
    (BasicAuth("a", "old"), lambda auth: auth.rotate("a", "b"), "Authorization", "Basic YTpi"),
    (HeaderAuth("X-Key", "old"), lambda auth: auth.rotate("new"), "X-Key", "new"),
]


@pytest.mark.parametrize(("auth", "rotate", "name", "value"), ROTATIONS)
def test_rotation_counts_from_the_next_request_on(
    auth: Auth, rotate: Callable[[Any], None], name: str, value: str
) -> None:
    desk = Desk("blocking", TICKET, TICKET, TICKET, auth=auth)
    desk.do("fetch")
    rotate(auth)
    desk.do("fetch")
    desk.options(retries=1).do("fetch")
    assert [each.headers[name] == value for each in desk.requests] == [False, True, True]


def test_a_repetition_has_the_credentials_of_its_time() -> None:
    auth = BearerAuth("old")
    desk = Desk("blocking", failed(503), TICKET, auth=auth, sleep=lambda _: auth.rotate("new"))
    desk.do("fetch")
    assert [each.headers["Authorization"] for each in desk.requests] == ["Bearer old", "Bearer new"]


@pytest.mark.parametrize("name", ["Authorization", "authorization", "AUTHORIZATION"])
@pytest.mark.parametrize("auth", [BearerAuth("client's"), BasicAuth("client", "s")])
def test_an_operation_s_own_header_wins(auth: Auth, name: str) -> None:
    class Session(Resource, uri="/Sessions/{sid}", body="form", parameter_names=pascal_case):
        sid: str

        class Fetch(Params):
            token: str = param(name=name, location="header", default=UNSET)

    served = Served(json_response({"sid": "S1"}), json_response({"sid": "S1"}), auth=auth)
    sessions = served.mount(Session)
    sessions("S1").fetch(token="Bearer own")
    sessions("S1").fetch()
    own, usual = (
        {key: value for key, value in each.headers.items() if key.lower() == "authorization"}
        for each in served.requests
    )
    assert own == {name: "Bearer own"}
    assert list(usual) == ["Authorization"]
    assert usual["Authorization"] != "Bearer own"


REFUSED = (
    "the credentials are empty, or have a character that a header cannot carry.\n"
    "  Remove line breaks and spaces around them: text.strip()."
)


@pytest.mark.parametrize(
    "secret", ["key\n", "key\r\nX-Admin: 1", "key\0", "k€y", "\x7f", "k\tey", " key", "key "]
)
def test_credentials_that_no_header_can_hold_are_refused(secret: str) -> None:
    makers = (
        lambda: BearerAuth(secret),
        lambda: HeaderAuth("X-Key", secret),
        lambda: BearerAuth("good").rotate(secret),
        lambda: HeaderAuth("X-Key", "good").rotate(secret),
    )
    for make in makers:
        with pytest.raises(ConfigurationError) as caught:
            make()
        assert str(caught.value) == REFUSED


@pytest.mark.parametrize("text", ["key\n", "\nkey", "k\0y", "k\x85y", "\x7f"])
def test_user_and_password_have_no_control_character(text: str) -> None:
    # RFC 7617 2; a line break is what `cat token.txt` ends with.
    for make in (
        lambda: BasicAuth("user", text),
        lambda: BasicAuth(text, "password"),
        lambda: BasicAuth("user", "password").rotate("user", text),
    ):
        with pytest.raises(ConfigurationError) as caught:
            make()
        assert str(caught.value) == REFUSED
    assert sent(BasicAuth("user", " p ä "))["Authorization"] == "Basic dXNlcjogcCDDpCA="


def test_credentials_that_are_no_text_are_refused_and_not_shown() -> None:
    """Half a surrogate is what a variable that is not UTF-8 is read as."""
    none: Any = None
    makers = (
        lambda: BasicAuth("user", "s3cret\udcff"),
        lambda: BasicAuth("user", none),
        lambda: HeaderAuth(none, "s3cret"),
        lambda: BearerAuth(cast("Any", b"s3cret")),
    )
    for make in makers:
        with pytest.raises(ConfigurationError) as caught:
            make()
        assert str(caught.value) == REFUSED
        assert caught.value.__context__ is None


@pytest.mark.parametrize("name", ["X-Key\r\nX-Admin", "X Key", "X-Key:", "", "Clé"])
def test_a_name_that_no_header_has_is_refused(name: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        HeaderAuth(name, "key")
    assert str(caught.value) == REFUSED


@pytest.mark.parametrize(
    "make",
    [
        lambda: BearerAuth(None),  # type: ignore[arg-type]
        lambda: BearerAuth(""),
        lambda: HeaderAuth("X-Key", None),  # type: ignore[arg-type]
        lambda: HeaderAuth("X-Key", ""),
        lambda: BasicAuth(None, "s3cret"),  # type: ignore[arg-type]
        lambda: BasicAuth("user", None),  # type: ignore[arg-type]
        lambda: BasicAuth("", ""),
    ],
)
def test_credentials_that_are_none_are_refused(make: Callable[[], Auth]) -> None:
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert str(caught.value) == REFUSED


def test_a_user_or_a_password_may_be_empty() -> None:
    # Some APIs take a key in place of one of them.
    assert sent(BasicAuth("key", ""))["Authorization"] == "Basic a2V5Og=="
    assert sent(BasicAuth("", "key"))["Authorization"] == "Basic OmtleQ=="


def test_after_a_refused_rotation_the_old_credentials_stay() -> None:
    auth = BearerAuth("old")
    with pytest.raises(ConfigurationError):
        auth.rotate("new\n")
    assert sent(auth)["Authorization"] == "Bearer old"


def test_a_user_name_has_no_colon() -> None:
    with pytest.raises(ConfigurationError) as caught:
        BasicAuth("a:b", "c")
    assert str(caught.value) == (
        "the user name has a colon.\n  Use a user name without one: a colon ends it (RFC 7617 2)."
    )
