"""Setting a client up: credentials, the environment, addresses."""

from __future__ import annotations

import pytest

import restmap
from resources.twilio import Client
from restmap import BasicAuth, BearerAuth, ConfigurationError, HandlerTransport, Response
from tests.support import DeskClient, json_response

CREDENTIALS = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "hunter2"}
BASIC = "Basic QUMxOmh1bnRlcjI="  # AC1:hunter2


def sent_by(client: restmap.Client, transport: HandlerTransport) -> restmap.Request:
    client.proxy.v1.services("KS1").delete()  # type: ignore[attr-defined]
    (request,) = transport.requests
    return request


def no_content() -> HandlerTransport:
    return HandlerTransport(lambda _: Response(204))


# -- credentials ----------------------------------------------------------------------------


def test_credentials_are_given():
    transport = no_content()
    client = Client("AC1", "hunter2", transport=transport)
    assert sent_by(client, transport).headers["Authorization"] == BASIC
    assert client.account_sid == "AC1"


def test_credentials_are_in_the_environment(monkeypatch: pytest.MonkeyPatch):
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)
    transport = no_content()
    client = Client(transport=transport)
    assert sent_by(client, transport).headers["Authorization"] == BASIC
    assert client.account_sid == "AC1"


def test_what_is_given_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TWILIO_ACCOUNT_SID", "AC9")
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "other")
    transport = no_content()
    client = Client("AC1", "hunter2", transport=transport)
    assert sent_by(client, transport).headers["Authorization"] == BASIC


def test_an_api_key_stands_in_for_the_account(monkeypatch: pytest.MonkeyPatch):
    transport = no_content()
    client = Client(account_sid="AC1", auth=BasicAuth("SK1", "hunter2"), transport=transport)
    assert sent_by(client, transport).headers["Authorization"] == "Basic U0sxOmh1bnRlcjI="
    assert client.account_sid == "AC1"


MISSING = [
    ({}, (), "account_sid", "TWILIO_ACCOUNT_SID"),
    ({}, ("AC1",), "auth_token", "TWILIO_AUTH_TOKEN"),
    ({}, ("", "hunter2"), "account_sid", "TWILIO_ACCOUNT_SID"),
    ({"TWILIO_ACCOUNT_SID": "AC1"}, (), "auth_token", "TWILIO_AUTH_TOKEN"),
    ({"TWILIO_AUTH_TOKEN": "hunter2"}, (), "account_sid", "TWILIO_ACCOUNT_SID"),
    ({"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": ""}, (), "auth_token", "TWILIO_AUTH_TOKEN"),
]


@pytest.mark.parametrize(("environment", "given", "argument", "variable"), MISSING)
def test_a_missing_credential_says_which_and_how_to_give_it(
    monkeypatch: pytest.MonkeyPatch, environment, given, argument, variable
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as caught:
        Client(*given)
    assert str(caught.value) == (
        f"the client has no {argument}.\n"
        f"  Write Client({argument}=…), or set {variable} in the environment."
    )


# -- addresses ------------------------------------------------------------------------------

PLACES = [
    ({}, {}, "proxy.twilio.com"),
    ({"region": "ie1", "edge": "dublin"}, {}, "proxy.dublin.ie1.twilio.com"),
    ({"region": "ie1"}, {}, "proxy.ie1.twilio.com"),
    ({"edge": "dublin"}, {}, "proxy.dublin.us1.twilio.com"),
    ({}, {"TWILIO_REGION": "ie1", "TWILIO_EDGE": "dublin"}, "proxy.dublin.ie1.twilio.com"),
    ({"region": "au1"}, {"TWILIO_REGION": "ie1"}, "proxy.au1.twilio.com"),
]


@pytest.mark.parametrize(("arguments", "environment", "host"), PLACES)
def test_region_and_edge_make_the_host(monkeypatch, arguments, environment, host):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    transport = no_content()
    client = Client("AC1", "hunter2", transport=transport, **arguments)
    assert sent_by(client, transport).url == f"https://{host}/v1/Services/KS1"


@pytest.mark.parametrize(
    "base_url",
    [
        "http://127.0.0.1:8080",
        "http://127.9.9.9:8080",
        "http://[::1]:8080",
        "http://localhost:8080",
        "https://sandbox.example",
        "https://sandbox.example/twilio",
    ],
)
@pytest.mark.parametrize("slash", ["", "/"])
def test_a_base_url_stands_for_every_domain(base_url, slash):
    transport = no_content()
    client = Client("AC1", "hunter2", base_url=base_url + slash, edge="e", transport=transport)
    assert sent_by(client, transport).url == f"{base_url}/v1/Services/KS1"


@pytest.mark.parametrize(
    "base_url",
    [
        "127.0.0.1:8080",
        "sandbox.example",
        "ftp://sandbox.example",
        "ftp://user:hunter2@sandbox.example",
        "http://",
        "https:///path",
        "https://[::1",
        "https://user:hunter2@[::1",
        "https://sandbox.example:99999",
        "https://sandbox.example:x",
    ],
)
def test_a_base_url_that_is_no_address_is_refused(base_url):
    with pytest.raises(ConfigurationError) as caught:
        DeskClient(base_url=base_url)
    message = str(caught.value)
    assert "is not the URL of a server" in message
    assert message.endswith("\n  Write scheme and host: 'http://127.0.0.1:8080'.")
    assert "hunter2" not in message


OTHER_MACHINES = [
    "sandbox.example",
    "127.0.0.1.evil.example",
    "127.evil.example",
    "10.0.0.1",
    "[::2]",
]


@pytest.mark.parametrize("host", OTHER_MACHINES)
@pytest.mark.parametrize("auth", [BasicAuth("u", "p"), BearerAuth("t")])
def test_credentials_do_not_go_over_plain_http_to_another_machine(host, auth):
    with pytest.raises(ConfigurationError) as caught:
        DeskClient(base_url=f"http://{host}:8080", auth=auth)
    assert str(caught.value).startswith(
        f"credentials would go over plain http to {host.strip('[]')!r}.\n"
    )


@pytest.mark.parametrize("host", OTHER_MACHINES)
def test_plain_http_without_credentials_goes_anywhere(host):
    transport = HandlerTransport(lambda _: json_response({}))
    assert DeskClient(base_url=f"http://{host}:8080", transport=transport).base_url


def test_a_client_is_a_context_manager_and_closes_its_transport():
    class Closing(HandlerTransport):
        closed = 0

        def close(self) -> None:
            self.closed += 1

    transport = Closing(lambda _: Response(204))
    with Client("AC1", "hunter2", transport=transport) as client:
        assert client.proxy.v1.services("KS1").delete() is True
        assert transport.closed == 0
    assert transport.closed == 1
    HandlerTransport(lambda _: Response(204))
    with DeskClient(transport=no_content()):
        pass  # a transport without close() needs none
