"""What a program that was written for twilio-python types, and what it is told where it differs."""

from __future__ import annotations

import pickle
from typing import Any
from uuid import UUID

import pytest

from resources.twilio import Client, values
from restmap import (
    ApiError,
    BasicAuth,
    BearerAuth,
    ConfigurationError,
    HandlerTransport,
    ParameterError,
    Request,
    Response,
    TransportError,
)
from tests.support import form, json_response

VARIABLES = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_REGION", "TWILIO_EDGE")


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def served(*arguments: Any, **settings: Any) -> tuple[Client, HandlerTransport]:
    transport = HandlerTransport(lambda request: json_response({"sid": "x"}))
    return Client(*(arguments or ("AC1", "hunter2")), transport=transport, **settings), transport


# -- credentials ----------------------------------------------------------------------------

ENVIRONMENT = {"TWILIO_ACCOUNT_SID": "AC9", "TWILIO_AUTH_TOKEN": "env"}
CREDENTIALS: list[tuple[dict[str, str], tuple[Any, ...], dict[str, Any], tuple[Any, ...]]] = [
    # the environment, the arguments; user, password and account
    ({}, ("AC1", "t"), {}, ("AC1", "t", "AC1")),
    ({}, ("SK1", "s", "AC1"), {}, ("SK1", "s", "AC1")),
    ({}, ("AC1", "t", "AC2"), {}, ("AC1", "t", "AC2")),
    ({}, ("AC1",), {"auth_token": "t"}, ("AC1", "t", "AC1")),
    ({}, (), {"account_sid": "AC1", "auth_token": "t"}, ("AC1", "t", "AC1")),
    ({}, (), {"username": "SK1", "password": "s", "account_sid": "AC1"}, ("SK1", "s", "AC1")),
    ({}, ("SK1", "s"), {}, ("SK1", "s", None)),
    ({}, ("AC1",), {"auth": BasicAuth("SK1", "s")}, ("SK1", "s", "AC1")),
    ({}, (), {"account_sid": "AC1", "auth": BasicAuth("SK1", "s")}, ("SK1", "s", "AC1")),
    ({}, ("AC1",), {"auth": BearerAuth("s")}, (None, None, "AC1")),
    ({}, ("AC1", "p:q"), {}, ("AC1", "p:q", "AC1")),
    (ENVIRONMENT, (), {}, ("AC9", "env", "AC9")),
    (ENVIRONMENT, ("AC1", "t"), {}, ("AC1", "t", "AC1")),
    (ENVIRONMENT, (), {"account_sid": "AC2"}, ("AC9", "env", "AC2")),
    (ENVIRONMENT, (), {"account_sid": "AC2", "auth_token": "t"}, ("AC2", "t", "AC2")),
    (ENVIRONMENT, ("SK1", "s"), {}, ("SK1", "s", "AC9")),
    (ENVIRONMENT, (), {"auth": BasicAuth("SK1", "s")}, ("SK1", "s", "AC9")),
]


@pytest.mark.parametrize(("environment", "given", "named", "expected"), CREDENTIALS)
def test_users_passwords_and_accounts(
    environment: dict[str, str],
    given: tuple[Any, ...],
    named: dict[str, Any],
    expected: tuple[Any, ...],
    monkeypatch: pytest.MonkeyPatch,
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    client = Client(*given, **named)
    assert (client.username, client.password, client.account_sid) == expected
    assert client.auth_token == client.password
    assert "hunter2" not in repr(client)


def test_an_api_key_without_an_account_reaches_what_needs_none():
    client, transport = served("SK1", "s")
    client.verify.v2.services("VA1").fetch()
    assert len(transport.requests) == 1
    with pytest.raises(ConfigurationError, match=r"^the client has no account of its own\."):
        client.messages  # noqa: B018


REFUSED: list[tuple[dict[str, Any], str]] = [
    (
        {"password": "s", "auth": BasicAuth("SK1", "s")},
        "the client has a password and auth=.\n  Give the credentials in one of them.",
    ),
    (
        {"username": "AC1", "password": "s", "auth_token": "s"},
        "the client has a password and an auth_token.\n  They are the same; give one of them.",
    ),
    (
        {"http_client": object()},
        "the client has no argument 'http_client'.\n  Use transport=, timeout=, retries= or "
        "connection=ConnectionSettings(proxy=…) in its place.",
    ),
    (
        {"environment": {}},
        "the client has no argument 'environment'.\n  Use the values themselves, or os.environ "
        "in its place.",
    ),
    (
        {"credential_provider": object()},
        "the client has no argument 'credential_provider'.\n  Use auth=, such as "
        "OAuth2ClientCredentials(…) in its place.",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_arguments_that_differ_name_their_replacement(arguments: dict[str, Any], message: str):
    with pytest.raises(ConfigurationError) as caught:
        Client(**arguments)
    assert str(caught.value) == message


def test_extensions_of_the_user_agent():
    client, transport = served(user_agent="app/1", user_agent_extensions=["a/1", "b/2"])
    client.messages("SM1").fetch()
    assert transport.requests[0].headers["User-Agent"].endswith(" app/1 a/1 b/2")
    assert client.user_agent_extensions == ["a/1", "b/2"]


# -- short forms ----------------------------------------------------------------------------

SHORT_FORMS = {
    "api.account": "api.v2010.account",
    "api.accounts": "api.v2010.accounts",
    "api.messages": "api.v2010.account.messages",
    "video.rooms": "video.v1.rooms",
    "verify.services": "verify.v2.services",
    "lookups.phone_numbers": "lookups.v1.phone_numbers",
    "studio.flows": "studio.v2.flows",
    "chat.services": "chat.v2.services",
    "chat.channels": "chat.v3.channels",
    "messaging.services": "messaging.v1.services",
    "pricing.voice": "pricing.v2.voice",
    "pricing.phone_numbers": "pricing.v1.phone_numbers",
    "flex_api.web_channels": "flex_api.v2.web_channels",
    "numbers.regulatory_compliance": "numbers.v2.regulatory_compliance",
    "preview.sims": "preview.wireless.sims",
}


def at(client: Client, path: str) -> Any:
    found: Any = client
    for name in path.split("."):
        found = getattr(found, name)
    return found


@pytest.mark.parametrize("short_form", SHORT_FORMS)
def test_a_domain_leads_to_the_resources_of_its_versions(short_form: str):
    client, _ = served()
    assert at(client, short_form) is at(client, SHORT_FORMS[short_form])


def test_a_name_that_no_version_has_is_refused():
    client, _ = served()
    with pytest.raises(AttributeError) as caught:
        client.video.rom  # type: ignore[attr-defined]  # noqa: B018
    assert str(caught.value) == "Video has no attribute 'rom'. Mounted: v1."
    with pytest.raises(AttributeError, match=r"^V1 has no attribute 'rom'"):
        client.video.v1.rom  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(AttributeError) as caught:
        client.get_hostname  # noqa: B018
    assert str(caught.value) == (
        "the client has no attribute 'get_hostname': the host of a domain is client.proxy.origin."
    )


WITH_ANOTHER_NAME = {
    "messages.get": (
        "the collection of Message has no attribute 'get'. Give its key: collection(key).fetch()."
    ),
    "messages.create_with_http_info": (
        "the collection of Message has no attribute 'create_with_http_info'. "
        "Call create(): the status code and the headers are at `record.response`."
    ),
    "api.v2010.domain": (
        "V2010 has no attribute 'domain': the address of a version is its `origin`, and its domain "
        "an attribute of the client."
    ),
    "api.base_url": (
        "Api has no attribute 'base_url': the address of a domain or a version is its `origin`: "
        "client.api.origin."
    ),
    "http_client._test_only_last_response": (
        "client.http_client has no attribute '_test_only_last_response': write `last_response`."
    ),
    "http_client.session": "client.http_client has no attribute 'session'.",
}


@pytest.mark.parametrize("path", WITH_ANOTHER_NAME)
def test_what_has_another_name_here_is_named(path: str):
    client, _ = served()
    with pytest.raises(AttributeError) as caught:
        at(client, path)
    assert str(caught.value) == WITH_ANOTHER_NAME[path]


# -- values ---------------------------------------------------------------------------------


class Greeting:
    """An object with a text of its own, as those that build TwiML have."""

    def __str__(self) -> str:
        return "<Response><Say>Hello</Say></Response>"


def test_values_that_become_text_and_lists():
    client, transport = served()
    client.messages.create(
        to=UUID(int=5),  # type: ignore[arg-type]
        body=Greeting(),  # type: ignore[arg-type]
        media_url="https://a.example/1.png",  # type: ignore[arg-type]
        from_=values.unset,
    )
    assert form(transport.requests[0]) == [
        ("To", "00000000-0000-0000-0000-000000000005"),
        ("Body", "<Response><Say>Hello</Say></Response>"),
        ("MediaUrl", "https://a.example/1.png"),
    ]


@pytest.mark.parametrize("value", [object(), 5, b"a", {}, [], ValueError("a"), print, int])
def test_values_without_a_text_of_their_own_are_refused(value: Any):
    client, transport = served()
    for wrong in (value, client.messages, client.messages("SM1")):
        with pytest.raises(ParameterError, match="expected text"):
            client.messages.create(to=wrong)
    assert transport.requests == []


# -- what came back -------------------------------------------------------------------------


def test_the_last_request_and_its_response():
    client, _ = served()
    assert (client.http_client.last_request, client.http_client.last_response) == (None, None)
    record = client.messages("SM1").fetch()
    request = client.http_client.last_request
    assert request is not None
    assert (request.method, request.url.rpartition("/")[2]) == ("GET", "SM1.json")
    assert "Authorization" not in request.headers
    assert client.http_client.last_response is record.response
    client.options(timeout=2).messages("SM2").fetch()
    assert client.http_client.last_request.url.endswith("SM2.json")
    other = pickle.loads(pickle.dumps(Client("AC1", "x")))
    assert other.http_client.last_response is None
    assert other.http_client in other.observers


def test_no_response_is_left_of_a_request_that_failed():
    def fail(request: Request) -> Response:
        if request.url.endswith("SM1.json"):
            return json_response({"sid": "SM1"})
        raise TransportError("no response", maybe_sent=True, transient=False)

    client = Client("AC1", "x", transport=HandlerTransport(fail), retries=1)
    client.messages("SM1").fetch()
    with pytest.raises(TransportError):
        client.messages("SM2").fetch()
    assert client.http_client.last_response is None


def test_errors_have_the_names_of_twilio_python():
    error = ApiError("no such message", status=404, code=20404, url="https://api.twilio.com/x")
    assert (error.msg, error.uri) == (error.message, error.url)
