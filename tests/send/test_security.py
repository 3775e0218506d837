"""Security schemes: the credentials that a client takes, and the Auth that they become."""

from __future__ import annotations

import pickle
from base64 import b64encode
from typing import Any
from urllib.parse import parse_qsl

import attrs
import pytest

from restmap import (
    ApiKeyScheme,
    Auth,
    BasicScheme,
    BearerAuth,
    BearerScheme,
    Client,
    ClientCredentialsScheme,
    ConfigurationError,
    CookieAuth,
    DeclarationError,
    HandlerTransport,
    HeaderAuth,
    NoAuth,
    Params,
    QueryAuth,
    Request,
    Resource,
    Response,
    SeveralAuth,
    Timeout,
    TransportError,
    all_of,
    collection,
    one_of,
)

from ..support import Served, json_response
from .desk import Ticket as TicketWithPin

SECRET = "k3y-s3cret"


class Ticket(Resource, uri="/tickets/{id}"):
    id: int

    class Fetch(Params): ...


class Desk(
    Client,
    host="api.desk.example",
    security=one_of(
        BearerScheme(),
        BasicScheme(),
        all_of(ApiKeyScheme("X-App"), ApiKeyScheme("X-Key", api_key="secret")),
        ApiKeyScheme("key", "query", api_key="query_key"),
        ClientCredentialsScheme("https://login.desk.example/token"),
    ),
):
    tickets = collection(Ticket)


class Open(Client, host="api.desk.example", security=one_of(BearerScheme(), optional=True)): ...


class Plain(Client, host="api.desk.example"):
    tickets = collection(Ticket)


def sent(client: Client, transport: HandlerTransport) -> Request:
    client.tickets(7).fetch()  # type: ignore[attr-defined]
    return transport.requests[-1]


@pytest.mark.parametrize(
    ("credentials", "headers", "query"),
    [
        ({"token": "t"}, {"Authorization": "Bearer t"}, []),
        (
            {"username": "Ann", "password": "p:w"},
            {"Authorization": f"Basic {b64encode(b'Ann:p:w').decode()}"},
            [],
        ),
        ({"api_key": "a", "secret": "b"}, {"X-App": "a", "X-Key": "b"}, []),
        ({"query_key": "a b&c"}, {}, [("key", "a b&c")]),
        ({"token": "t", "username": None}, {"Authorization": "Bearer t"}, []),
    ],
)
def test_each_scheme_sends_its_credentials(
    credentials: dict[str, str | None], headers: dict[str, str], query: list[tuple[str, str]]
) -> None:
    transport = HandlerTransport(lambda request: json_response({"id": 7}))
    request = sent(Desk(credentials=credentials, transport=transport), transport)

    assert {name: request.headers.get(name) for name in headers} == headers
    assert parse_qsl(request.url.partition("?")[2]) == query
    assert request.url.partition("?")[0] == "https://api.desk.example/tickets/7"


def test_client_credentials_go_to_the_declared_url_only() -> None:
    def serve(request: Request) -> Response:
        is_login = request.url == "https://login.desk.example/token"
        return json_response({"access_token": "t1"} if is_login else {"id": 7})

    transport = HandlerTransport(serve)
    credentials = {"client_id": "app", "client_secret": SECRET, "scope": "read"}
    client = Desk(credentials=credentials, transport=transport, base_url="https://proxy.example")
    sent(client, transport)

    login, fetch = transport.requests
    assert login.url == "https://login.desk.example/token"
    assert parse_qsl(str(login.body, "ascii"))[1] == ("scope", "read")
    assert fetch.url == "https://proxy.example/tickets/7"
    assert fetch.headers["Authorization"] == "Bearer t1"


SETS = (
    "Give credentials={'token': …}, or credentials={'username': …, 'password': …}, "
    "or credentials={'api_key': …, 'secret': …}, or credentials={'query_key': …}, "
    "or credentials={'client_id': …, 'client_secret': …}, or auth=…."
)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({}, f"Desk has no credentials.\n  {SETS}\n  in Desk"),
        ({"credentials": {"token": None}}, f"Desk has no credentials.\n  {SETS}\n  in Desk"),
        (
            {"credentials": {"username": "Ann"}},
            f"username= is not a whole set of credentials.\n  {SETS}\n  in Desk",
        ),
        (
            {"credentials": {"token": "t", "username": "Ann", "password": "p"}},
            "token= and username= and password= are not a whole set of credentials.\n"
            f"  {SETS}\n  in Desk",
        ),
        (
            {"credentials": {"tokn": "t"}},
            f"tokn= is not a whole set of credentials.\n  {SETS}\n  in Desk",
        ),
        (
            {"credentials": {"token": "t"}, "auth": NoAuth()},
            "auth= and token= were both given.\n  Give one of them.\n  in Desk",
        ),
        (
            {"credentials": {"token": ""}},
            "the credentials are empty, or have a character that a header cannot carry.\n"
            "  Remove line breaks and spaces around them: text.strip().",
        ),
    ],
)
def test_credentials_that_no_scheme_takes_are_refused(
    settings: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Desk(**settings)
    assert str(caught.value) == message


def test_an_auth_of_ones_own_is_used_in_place_of_credentials() -> None:
    assert repr(Desk(auth=HeaderAuth("X-Own", "k"))) == "Desk(auth=HeaderAuth(***))"
    assert repr(Desk(auth=NoAuth())) == "Desk(auth=NoAuth())"


def test_credentials_may_be_left_out_where_the_declaration_says_so() -> None:
    assert repr(Open()) == "Open(auth=NoAuth())"
    assert repr(Open(credentials={"token": "t"})) == "Open(auth=BearerAuth(***))"


def test_the_remedy_names_the_arguments_that_the_client_has() -> None:
    class Own(Client, host="api.desk.example", security=one_of(BearerScheme(), BasicScheme())):
        def __init__(self, *, token: str | None = None) -> None:
            super().__init__(credentials={"token": token})

    with pytest.raises(ConfigurationError) as caught:
        Own()
    assert str(caught.value) == (
        "Own has no credentials.\n"
        "  Give token=…, or credentials={'username': …, 'password': …}, or auth=….\n"
        "  in Own"
    )


def test_a_client_without_schemes_takes_no_credentials_by_name() -> None:
    with pytest.raises(ConfigurationError) as caught:
        Plain(credentials={"token": "t"})
    assert str(caught.value) == (
        "token= is not a whole set of credentials.\n  Give auth=….\n  in Plain"
    )


@pytest.mark.parametrize("security", ["bearer", BearerScheme, BearerAuth("t")])
def test_what_is_not_a_scheme_is_refused(security: Any) -> None:
    with pytest.raises(DeclarationError, match=r" is not a security scheme\.\n  Write security="):

        class Wrong(Client, host="api.desk.example", security=security): ...


def test_an_api_key_has_three_locations() -> None:
    with pytest.raises(ConfigurationError) as caught:
        ApiKeyScheme("key", "body")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "an API key cannot be sent in 'body'.\n  Write 'header', 'query' or 'cookie'.\n"
        "  in ApiKeyScheme"
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x", "https://a.example/x?k%C3%A4y=a%26b"),
        ("https://a.example/x?", "https://a.example/x?k%C3%A4y=a%26b"),
        ("https://a.example/x?page=2", "https://a.example/x?page=2&k%C3%A4y=a%26b"),
        ("https://a.example/x?k%C3%A4y=own", "https://a.example/x?k%C3%A4y=own"),
        ("https://a.example/x?page=2&k%C3%A4y", "https://a.example/x?page=2&k%C3%A4y"),
    ],
)
def test_a_key_is_added_to_the_query_once(url: str, expected: str) -> None:
    assert QueryAuth("käy", "a&b").authorise(Request("GET", url)).url == expected


def test_a_key_in_the_query_leaves_the_rest_of_the_request_as_it_is() -> None:
    request = Request("GET", "https://a.example/x", {"A": "b"}, b"c", Timeout(1, 2), streamed=True)
    sent = QueryAuth("key", "k").authorise(request)
    assert attrs.evolve(sent, url=request.url, sensitive=frozenset()) == request


@pytest.mark.parametrize("auth", [QueryAuth("Key", "k"), HeaderAuth("Key", "k")])
def test_a_request_says_which_of_its_names_is_that_of_a_secret(auth: Auth) -> None:
    served = Served(json_response({"sid": "T1"}), auth=auth)
    served.mount(TicketWithPin)("T1").fetch(pin="1234")
    assert served.request.sensitive == {"pin", "key"}
    assert served.request.with_headers({"A": "b"}).sensitive == {"pin", "key"}


def test_a_cookie_joins_the_cookies_of_the_request() -> None:
    auth = CookieAuth("session", "s1")
    request = Request("GET", "https://a.example/", {"cookie": "lang=de"})

    assert auth.authorise(request).headers == {"Cookie": "lang=de; session=s1"}
    auth.rotate("s2")
    assert auth.authorise(Request("GET", "https://a.example/")).headers == {"Cookie": "session=s2"}


@pytest.mark.parametrize(
    "make",
    [
        lambda: QueryAuth("", SECRET),
        lambda: QueryAuth("key", ""),
        lambda: QueryAuth("key", None),  # type: ignore[arg-type]
        lambda: QueryAuth("key", "\ud800"),
        lambda: CookieAuth("session", ""),
        lambda: CookieAuth("a b", SECRET),
        lambda: CookieAuth("session", f"{SECRET}; admin=1"),
        lambda: CookieAuth("session", f"{SECRET}\r\nX: 1"),
        lambda: CookieAuth("session", None),  # type: ignore[arg-type]
        lambda: CookieAuth(None, SECRET),  # type: ignore[arg-type]
    ],
)
def test_credentials_that_cannot_be_sent_are_refused_without_being_shown(make: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"^the credentials are empty, or") as caught:
        make()
    assert SECRET not in str(caught.value)


def test_several_credentials_go_together_and_are_not_shown() -> None:
    auth = SeveralAuth(HeaderAuth("X-App", "app"), QueryAuth("key", SECRET))
    transport = HandlerTransport(lambda request: json_response({"id": 7}))
    client = pickle.loads(pickle.dumps(Plain(auth=auth)))
    client = Plain(auth=client.auth, transport=transport)
    request = sent(client, transport)

    assert (request.headers["X-App"], request.url) == (
        "app",
        f"https://api.desk.example/tickets/7?key={SECRET}",
    )
    assert repr(client) == "Plain(auth=SeveralAuth(HeaderAuth(***), QueryAuth(***)))"
    assert SECRET not in repr(request)


def test_a_key_in_the_query_is_in_no_error(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    client = Plain(
        auth=QueryAuth("key", SECRET), base_url="http://127.0.0.1:1", timeout=1, retries=1
    )
    with pytest.raises(TransportError) as caught:
        client.tickets(7).fetch()

    error: BaseException | None = caught.value
    while error is not None:
        assert SECRET not in f"{error} {error!r}"
        error = error.__cause__
    assert [each for each in caplog.messages if SECRET in each] == []


def test_a_401_renews_every_part_that_can_be() -> None:
    class Renewed(HeaderAuth):
        times = 0

        def renews(self, request: Request, response: Response) -> bool:
            self.times += 1
            return True

    first, second = Renewed("X-A", "a"), Renewed("X-B", "b")
    responses = iter([Response(401), json_response({"id": 7})])
    transport = HandlerTransport(lambda request: next(responses))
    sent(Plain(auth=SeveralAuth(first, second), transport=transport), transport)

    assert (first.times, second.times, len(transport.requests)) == (1, 1, 2)
