"""options(): other settings for some calls, on the same connections."""

from __future__ import annotations

import asyncio

import pytest

from restmap import BasicAuth, Client, ConfigurationError, Observer, Timeout, domain

from ..support import Desk as DeskDomain
from .desk import COLOURS, TICKET, Desk, broken, perform


@pytest.mark.parametrize("colour", COLOURS)
def test_only_what_is_said_changes(colour: str) -> None:
    desk = Desk(colour, TICKET, TICKET, timeout=7, headers={"X-A": "1", "X-B": "1"})
    other = desk.options(headers={"x-b": "2"})
    other.do("fetch")
    desk.do("fetch")
    changed, usual = desk.requests
    assert (changed.headers["X-A"], changed.headers["x-b"]) == ("1", "2")
    assert "X-B" not in changed.headers
    assert (usual.headers["X-A"], usual.headers["X-B"]) == ("1", "1")
    assert changed.timeout == usual.timeout == Timeout(7, 7)


@pytest.mark.parametrize("colour", COLOURS)
def test_another_timeout(colour: str) -> None:
    desk = Desk(colour, TICKET, TICKET)
    desk.options(timeout=2).do("fetch")
    desk.options(timeout=Timeout(total=9)).do("fetch")
    assert [each.timeout for each in desk.requests] == [Timeout(2, 2, 120), Timeout(5, 30, 9)]


@pytest.mark.parametrize("colour", COLOURS)
def test_other_retries(colour: str) -> None:
    desk = Desk(colour, broken(maybe_sent=False), TICKET, retries=1)
    desk.options(retries=2).do("create")
    assert len(desk.requests) == 2


def test_options_of_options() -> None:
    desk = Desk("blocking", TICKET)
    other = desk.options(timeout=2).options(headers={"X-A": "1"}).options(retries=1)
    other.do("fetch")
    assert desk.requests[0].timeout == Timeout(2, 2)
    assert desk.requests[0].headers["X-A"] == "1"
    assert other.client.retries.attempts == 1
    assert desk.client.retries.attempts == 4


def test_everything_else_is_shared() -> None:
    observers = [Observer()]
    desk = Desk("blocking", auth=BasicAuth("a", "b"), observers=observers, drift="error")
    client, other = desk.client, desk.client.options(timeout=2)
    assert type(other) is type(client)
    assert other.auth is client.auth
    assert other._budget is client._budget
    assert other.observers is client.observers
    assert other.drift == "error"
    assert other.base_url == client.base_url
    assert repr(other) == repr(client)


def test_its_resources_are_reached_through_itself() -> None:
    client = Desk("blocking").client
    assert client.desk.v1.client is client  # made, and kept, before the options
    other = client.options(timeout=2)
    assert other.desk.v1.client is other
    assert client.desk.v1.client is client


def test_a_client_of_ones_own_keeps_its_attributes() -> None:
    class Mine(Client):
        tenant: str = "none"
        desk = domain(DeskDomain)

        def __init__(self, tenant: str) -> None:
            super().__init__()
            self.tenant = tenant

    assert Mine("blue").options(timeout=1).tenant == "blue"


@pytest.mark.parametrize("colour", COLOURS)
def test_closing_one_closes_what_they_share(colour: str) -> None:
    desk = Desk(colour, TICKET)
    other = desk.options(timeout=2)
    if colour == "blocking":
        other.client.close()
    else:
        asyncio.run(other.client.aclose())
    with pytest.raises(ConfigurationError, match=r"^the client was closed\."):
        perform(colour, desk.tickets, "fetch")
