"""Addresses of clients: variables in hosts and prefixes, and hosts that each program gives."""

from __future__ import annotations

from typing import Any

import pytest

from restmap import (
    Client,
    ConfigurationError,
    DeclarationError,
    Domain,
    HandlerTransport,
    NoKey,
    Params,
    Resource,
    Version,
    collection,
    domain,
    version,
)
from restmap.sandbox import Sandbox
from tests.support import json_response


class Ticket(Resource, uri="/tickets/{id}"):
    id: int

    class Create(Params): ...

    class Fetch(Params): ...


class Prefix(Resource, uri="/prefix"):
    class Key(NoKey): ...

    class Fetch(Params): ...


class Beta(Version, prefix="/{stage}"):
    tickets = collection(Ticket)


class Files(Domain, host="files-{region}.desk.example", prefix="/api"):
    tickets = collection(Ticket)
    v2 = version(type("V2", (Beta,), {}, prefix="/v2"))


class Desk(Client, host="{region}.desk.example", prefix="/{tenant}/v1"):
    tickets = collection(Ticket)
    files = domain(Files)


class OwnServer(Client, host="", prefix="/api"):
    tickets = collection(Ticket)


def urls(client: Any) -> list[str]:
    """The URLs of what the client's collections of tickets fetch."""
    transport = HandlerTransport(lambda request: json_response({"id": 7}))
    client = type(client)(
        variables=client._variables, base_url=client.base_url, transport=transport
    )
    client.tickets(7).fetch()
    if hasattr(client, "files"):
        client.files.tickets(7).fetch()
        client.files.v2.tickets(7).fetch()
    return [each.url for each in transport.requests]


def test_variables_are_filled_in_hosts_and_prefixes() -> None:
    assert urls(Desk(variables={"region": "eu-1", "tenant": "north/ü"})) == [
        "https://eu-1.desk.example/north%2F%C3%BC/v1/tickets/7",
        "https://files-eu-1.desk.example/api/tickets/7",
        "https://files-eu-1.desk.example/api/v2/tickets/7",
    ]


def test_a_base_url_takes_the_place_of_hosts_but_not_of_prefixes() -> None:
    variables = {"region": "eu", "tenant": "north"}
    assert urls(Desk(variables=variables, base_url="https://proxy.example")) == [
        "https://proxy.example/north/v1/tickets/7",
        "https://proxy.example/api/tickets/7",
        "https://proxy.example/api/v2/tickets/7",
    ]


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        (
            {"tenant": "north"},
            "the variable 'region' of '{region}.desk.example' has no value.\n"
            "  Give region='…'.\n  in Desk",
        ),
        (
            {"region": "eu", "tenant": None},
            "the variable 'tenant' of '/{tenant}/v1' has no value.\n  Give tenant='…'.\n  in Desk",
        ),
        (
            {"region": "eu", "tenant": ".."},
            "'/{tenant}/v1' cannot be filled: '..' would address another resource.\n"
            "  Give text that can be one segment of a path.\n  in Desk",
        ),
    ],
)
def test_variables_are_checked_when_the_client_is_made(
    variables: dict[str, str | None], message: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Desk(variables=variables)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "region",
    ["", "evil.example/", "evil.example#", "a@evil.example", "evil.example:80", "a b", "-eu", "eü"],
)
def test_no_value_leads_to_another_host(region: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Desk(variables={"region": region, "tenant": "north"})
    assert str(caught.value) == (
        f"region={region!r} cannot be part of a host name.\n"
        "  Write letters, digits, dots and hyphens: region='eu-1'.\n  in Desk"
    )


def test_a_whole_host_may_have_a_port() -> None:
    class Hosted(Client, host="{server}"):
        tickets = collection(Ticket)

    assert urls(Hosted(variables={"server": "desk.example:8443"})) == [
        "https://desk.example:8443/tickets/7"
    ]


def test_a_variable_of_a_domain_is_asked_for_when_the_domain_is_used() -> None:
    class Agents(Domain, host="{agent}.desk.example"):
        tickets = collection(Ticket)

    class WithAgents(Client, host="api.desk.example"):
        tickets = collection(Ticket)
        agents = domain(Agents)

    assert urls(WithAgents()) == ["https://api.desk.example/tickets/7"]
    assert WithAgents(variables={"agent": "a1"}).agents.root == "https://a1.desk.example"
    with pytest.raises(ConfigurationError) as caught:
        _ = WithAgents().agents
    assert str(caught.value) == (
        "the variable 'agent' of '{agent}.desk.example' has no value.\n"
        "  Give agent='…'.\n  in WithAgents"
    )


def test_a_client_refuses_variables_that_its_address_does_not_have() -> None:
    class Regional(Client, host="{region}.desk.example"): ...

    with pytest.raises(ConfigurationError) as caught:
        Regional(variables={"region": "eu", "edge": "dublin"})
    assert str(caught.value) == (
        "the address has no variable 'edge'.\n  Variables: region.\n  in Regional"
    )

    class Plain(Client, host="api.desk.example"): ...

    with pytest.raises(ConfigurationError) as caught:
        Plain(variables={"region": "eu"})
    assert str(caught.value) == (
        "the address has no variable 'region'.\n  Leave `variables` out.\n  in Plain"
    )


def test_a_client_without_a_host_asks_for_the_address_when_it_is_made() -> None:
    with pytest.raises(ConfigurationError) as caught:
        OwnServer()
    assert str(caught.value) == (
        "OwnServer has no host of its own.\n"
        "  Give the address of the server: base_url='https://api.example.com'.\n  in OwnServer"
    )
    assert urls(OwnServer(base_url="https://desk.internal:8443")) == [
        "https://desk.internal:8443/api/tickets/7"
    ]


def test_a_sandbox_serves_them() -> None:
    sandbox = Sandbox(Desk, token="t")
    settings: dict[str, Any] = {"headers": {"Authorization": "Bearer t"}, "transport": sandbox}
    client = Desk(variables={"region": "eu", "tenant": "north"}, **settings)

    ticket = client.tickets.create()
    assert client.tickets(ticket.id).fetch() == ticket
    assert client.files.tickets.create().id is not None
    own = OwnServer(
        base_url="https://desk.internal", **{**settings, "transport": Sandbox(OwnServer, token="t")}
    )
    assert own.tickets.create().id is not None


@pytest.mark.parametrize("host", ["", "a/b", "{a b}.example", "{region.example", "x}.example"])
def test_hosts_of_domains_are_checked(host: str) -> None:
    with pytest.raises(DeclarationError) as caught:

        class Wrong(Domain, host=host): ...

    assert str(caught.value).splitlines()[:2] == [
        f"{host!r} is not a host name.",
        "  Write the name alone: host='api.example.com'.",
    ]


@pytest.mark.parametrize("prefix", ["v1", "/v1/", "/{a b}", "/{tenant"])
def test_prefixes_of_domains_are_checked(prefix: str) -> None:
    with pytest.raises(DeclarationError, match=r" is not a path prefix\.\n  Begin it with a slash"):

        class Wrong(Domain, host="api.desk.example", prefix=prefix): ...


def test_a_mount_does_not_hide_the_prefix() -> None:
    with pytest.raises(DeclarationError, match=r"^a mount named 'prefix' would hide the attribute"):

        class Wrong(Version, prefix="/v1"):
            prefix = collection(Prefix)  # type: ignore[assignment]

    with pytest.raises(DeclarationError, match=r"^a mount named 'host' would hide the attribute"):

        class AlsoWrong(Domain, host="api.desk.example"):
            host = version(Beta)  # type: ignore[assignment]
