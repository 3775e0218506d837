"""Settings of a client that cannot be: refused when it is made, not when it sends."""

from __future__ import annotations

import math
from typing import Any

import pytest

from restmap import (
    BearerAuth,
    Client,
    ConfigurationError,
    ConnectionSettings,
    HandlerTransport,
    OAuth2ClientCredentials,
    Observer,
    Response,
    RetryPolicy,
    Timeout,
)

from .desk import COLOURS, Desk

SECONDS = "Write seconds above 0, such as Timeout(connect=5, read=30); None waits for ever."
ONCE = "Write 1 to send each request once."
SEND = "Give an object with `send`."


def instance_of(name: str) -> str:
    return f"Give an instance of {name}."


# setting, value, what is found, remedy, place
REFUSED: list[tuple[str, Any, str, str, str]] = [
    ("auth", ("AC1", "s3cret"), "auth cannot be of type tuple.", instance_of("Auth"), "Client"),
    ("auth", "s3cret", "auth cannot be of type str.", instance_of("Auth"), "Client"),
    ("auth", BearerAuth, "auth cannot be of type type.", instance_of("Auth"), "Client"),
    ("timeout", "5", "connect cannot be of type str.", SECONDS, "Timeout"),
    ("timeout", (1, 2), "connect cannot be of type tuple.", SECONDS, "Timeout"),
    ("timeout", -1, "connect cannot be -1.", SECONDS, "Timeout"),
    ("timeout", 0, "connect cannot be 0.", SECONDS, "Timeout"),
    ("timeout", True, "connect cannot be True.", SECONDS, "Timeout"),
    ("timeout", math.nan, "connect cannot be nan.", SECONDS, "Timeout"),
    ("retries", 0, "attempts cannot be 0.", ONCE, "RetryPolicy"),
    ("retries", -1, "attempts cannot be -1.", ONCE, "RetryPolicy"),
    ("retries", True, "attempts cannot be True.", ONCE, "RetryPolicy"),
    ("retries", 1.5, "attempts cannot be 1.5.", ONCE, "RetryPolicy"),
    ("retries", "3", "attempts cannot be of type str.", ONCE, "RetryPolicy"),
    (
        "connection",
        {"proxy": "http://user:s3cret@proxy"},
        "connection cannot be of type dict.",
        instance_of("ConnectionSettings"),
        "Client",
    ),
    ("observers", 5, "observers cannot be 5.", instance_of("Sequence"), "Client"),
    ("observers", [5], "observers cannot be 5.", instance_of("Observer"), "Client"),
    (
        "observers",
        [Observer],
        "observers cannot be of type type.",
        instance_of("Observer"),
        "Client",
    ),
    ("transport", HandlerTransport, "transport cannot be of type type.", SEND, "Client"),
    ("transport", 5, "transport cannot be 5.", SEND, "Client"),
    ("transport", print, "transport cannot be of type builtin_function_or_method.", SEND, "Client"),
    (
        "headers",
        [("X-Key", "s3cret")],
        "headers cannot be of type list.",
        instance_of("Mapping"),
        "Client",
    ),
    ("clock", 5.0, "clock cannot be 5.0.", "Give a function: time.monotonic.", "Client"),
    (
        "now",
        "today",
        "now cannot be of type str.",
        "Give a function: lambda: datetime.now(UTC).",
        "Client",
    ),
    ("sleep", None, "sleep cannot be of type NoneType.", "Give a function: time.sleep.", "Client"),
    ("sleep_async", 0, "sleep_async cannot be 0.", "Give a function: asyncio.sleep.", "Client"),
]


@pytest.mark.parametrize(("setting", "value", "found", "remedy", "place"), REFUSED)
def test_a_setting_that_cannot_be(
    setting: str, value: Any, found: str, remedy: str, place: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Client(**{setting: value})
    assert str(caught.value) == f"{found}\n  {remedy}\n  in {place}"


@pytest.mark.parametrize(
    ("setting", "value", "found", "remedy", "place"),
    [row for row in REFUSED if row[0] in ("timeout", "retries", "headers")],
)
def test_options_are_checked_alike(
    setting: str, value: Any, found: str, remedy: str, place: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Client().options(**{setting: value})
    assert str(caught.value) == f"{found}\n  {remedy}\n  in {place}"


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (lambda: Timeout(total=-1), "total cannot be -1."),
        (lambda: Timeout(read="5"), "read cannot be of type str."),  # type: ignore[arg-type]
        (lambda: RetryPolicy(attempts=0), "attempts cannot be 0."),
        (lambda: ConnectionSettings(pool_size=0), "pool_size cannot be 0."),
        (lambda: ConnectionSettings(pool_size=1.5), "pool_size cannot be 1.5."),  # type: ignore[arg-type]
        (lambda: ConnectionSettings(pool_size=10_001), "pool_size cannot be 10001."),
        (lambda: Timeout(total=math.inf), "total cannot be inf."),
        (lambda: Timeout(total=1e300), "total cannot be 1e+300."),
        (
            lambda: OAuth2ClientCredentials("https://a.example/token", "id", "secret", clock=0),  # type: ignore[arg-type]
            "clock cannot be 0.",
        ),
    ],
)
def test_objects_of_settings_are_checked_when_they_are_made(make: Any, found: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert str(caught.value).splitlines()[0] == found


OF_ANOTHER_TYPE: list[tuple[type, str, Any, str]] = [
    (RetryPolicy, "base_seconds", "x", "Write a number of seconds, such as 0.5."),
    (RetryPolicy, "cap_seconds", True, "Write a number of seconds, such as 0.5."),
    (RetryPolicy, "total_seconds", None, "Write a number of seconds, such as 0.5."),
    (RetryPolicy, "base_seconds", math.nan, "Write a number of seconds, such as 0.5."),
    (RetryPolicy, "base_seconds", -0.5, "Write a number of seconds, such as 0.5."),
    (RetryPolicy, "repeat_unsafe", "no", "Write True or False."),
    (RetryPolicy, "random_fraction", 0.5, "Give a function: random.random."),
    (ConnectionSettings, "proxy", 5, "Give the URL of a proxy: 'http://127.0.0.1:3128'."),
    (
        ConnectionSettings,
        "proxy",
        b"http://user:s3cret@proxy.example",
        "Give the URL of a proxy: 'http://127.0.0.1:3128'.",
    ),
    (ConnectionSettings, "pool_size", 10**9, "Write a number up to 10000."),
    (
        ConnectionSettings,
        "ca_bundle",
        5,
        "Give the path of a file or of a folder.",
    ),
    (
        ConnectionSettings,
        "ssl_context",
        "bundle.pem",
        "Give an ssl.SSLContext: ssl.create_default_context().",
    ),
    (
        ConnectionSettings,
        "client_certificate",
        ("a.pem", b"a.key"),
        "Give the path of a file, or the paths of two.",
    ),
    (
        ConnectionSettings,
        "client_certificate",
        ("a.pem", "a.key", "password"),
        "Give the path of a file, or the paths of two.",
    ),
    (Client, "credentials", 5, instance_of("Mapping")),
    (Client, "variables", "eu", instance_of("Mapping")),
    (Client, "user_agent", 5, instance_of("str")),
    (Client, "allow_plain_http", "no", instance_of("bool")),
]


@pytest.mark.parametrize(("kind", "setting", "value", "remedy"), OF_ANOTHER_TYPE)
def test_values_of_another_type(kind: type, setting: str, value: Any, remedy: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        kind(**{setting: value})
    shown = value if isinstance(value, int | float) else f"of type {type(value).__name__}"
    assert str(caught.value) == (f"{setting} cannot be {shown}.\n  {remedy}\n  in {kind.__name__}")


@pytest.mark.parametrize("extra", ["extra_query", "extra_body"])
@pytest.mark.parametrize("value", [5, "a=1", b"a=1", ["a"], 0, ""])
def test_what_is_extra_is_a_dict(extra: str, value: Any) -> None:
    with pytest.raises(ConfigurationError, match=rf"^{extra} cannot be ") as caught:
        Client().options(**{extra: value})
    assert "Give an instance of Mapping." in str(caught.value)


def test_settings_that_can_be() -> None:
    client = Client(timeout=0.001, retries=1, observers=(Observer(),), headers={})
    assert client.options(timeout=Timeout(None, None, None), retries=9).retries.attempts == 9


@pytest.mark.parametrize(
    ("base_url", "shown"),
    [
        ("http://a.example\n", "http://a.example\n"),
        ("http://a example", "http://a example"),
        ("http://a.example:0", "http://a.example:0"),
        ("http://a.example:99999", "http://a.example:99999"),
        ("http://a..example", "http://a..example"),
        ("http://a.example\\b", "http://a.example\\b"),
        ("http://a\ud800.example", "http://a\ud800.example"),
        ("http://user:s3cret@[::1", "http://[::1"),
        ("user:s3cret@a.example", "a.example"),
        ("http://a.example:0/v1?key=s3cret", "http://a.example:0/v1"),
        ("http://a.example:0/v1#s3cret", "http://a.example:0/v1"),
        ("http://user:s3?cret@a.example", "http://…"),
        ("http://a.example:0/?email=s3cret@b.example", "http://…"),
    ],
)
def test_a_base_url_that_is_none(base_url: str, shown: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Client(base_url=base_url)
    assert caught.value.args[0] == (
        f"the base_url {shown!r} is not the URL of a server.\n"
        "  Write scheme and host: 'http://127.0.0.1:8080'."
    )
    assert caught.value.__context__ is None


@pytest.mark.parametrize("base_url", ["http://a:s3cret@b.example", "http://a:s3/cret@b.example/v1"])
def test_credentials_in_a_base_url_are_not_shown(base_url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Client(base_url=base_url)
    assert str(caught.value) == (
        "the base_url has credentials.\n  Give them as auth=BasicAuth(user, …)."
    )


@pytest.mark.parametrize("rest", ["?key=s3cret", "#s3cret"])
def test_a_base_url_has_no_query_and_no_fragment(rest: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Client(base_url=f"http://a.example/v1{rest}")
    assert str(caught.value) == (
        "the base_url 'http://a.example/v1' has a query or a fragment.\n"
        "  Write it without them: 'http://127.0.0.1:8080'."
    )


def test_a_base_url_is_text() -> None:
    with pytest.raises(ConfigurationError, match=r"^base_url cannot be of type bytes\."):
        Client(base_url=b"http://a.example")  # type: ignore[arg-type]


def test_a_header_whose_value_is_no_text() -> None:
    with pytest.raises(ConfigurationError, match=r"^the header 'X-Key' cannot be sent\."):
        Client(headers={"X-Key": 5})  # type: ignore[dict-item]


# -- what transports respond with -----------------------------------------------------------


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(("given", "kind"), [(None, "NoneType"), ({"status": 200}, "dict")])
def test_a_response_that_is_no_response(colour: str, given: Any, kind: str) -> None:
    desk = Desk(colour, lambda _: given)
    with pytest.raises(ConfigurationError) as caught:
        desk.do("fetch")
    assert str(caught.value) == (
        f"the transport's response cannot be of type {kind}.\n"
        "  Return a Response.\n"
        "  in https://api.desk.example/v1/Tickets/T1"
    )
    assert len(desk.requests) == 1


def test_a_body_that_is_no_bytes() -> None:
    with pytest.raises(ConfigurationError) as caught:
        Response(200, body="{}")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "body cannot be of type str.\n  Give bytes: text.encode().\n  in Response"
    )
    assert Response(200).body == b""
