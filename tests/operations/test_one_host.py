"""A client that has a host of its own: an API in one class."""

from __future__ import annotations

import asyncio
import copy
import inspect
import pickle
import types

import pytest

from restmap import (
    UNSET,
    AiohttpTransport,
    BearerAuth,
    Client,
    ClientSettings,
    ConfigurationError,
    Domain,
    HandlerTransport,
    NoKey,
    NumberPage,
    Paging,
    Params,
    Resource,
    Response,
    Version,
    as_written,
    collection,
    domain,
    handle,
    version,
)
from restmap.sandbox import Sandbox
from tests.command_line.test_sandbox import address, running
from tests.support import json_response


class DeskResource(Resource, body="json", page=NumberPage("items"), parameter_names=as_written):
    class Fetch(Params): ...


class Reply(DeskResource, uri="/tickets/{ticket_id}/replies/{id}"):
    id: int
    ticket_id: int
    text: str

    class Create(Params):
        text: str

    class List(Paging): ...


class Ticket(DeskResource, uri="/tickets/{id}"):
    id: int
    subject: str

    class Create(Params):
        subject: str

    class List(Paging):
        subject: str = UNSET

    class Delete(Params): ...

    replies = collection(Reply)


class Me(DeskResource, uri="/me"):
    name: str

    class Key(NoKey): ...


class Beta(Version, prefix="/beta"):
    tickets = collection(Ticket)


class Files(Domain, host="files.desk.example"):
    tickets = collection(Ticket)


class Desk(Client, host="api.desk.example", prefix="/v1"):
    tickets = collection(Ticket)
    me = handle(Me)
    beta = version(Beta)
    files = domain(Files)


class OwnDesk(Desk):
    my_tickets = collection(Ticket)


TICKET = json_response({"id": 7, "subject": "Printer"})


def desk(*responses: Response, cls: type[Desk] = Desk) -> tuple[Desk, HandlerTransport]:
    remaining = iter(responses)
    transport = HandlerTransport(lambda request: next(remaining))
    return cls(transport=transport), transport


def test_what_is_mounted_in_the_client_is_under_its_host_and_prefix():
    client, transport = desk(TICKET, TICKET, json_response({"name": "Ada"}))

    assert client.tickets.create(subject="Printer").subject == "Printer"
    assert client.tickets(7).fetch().id == 7
    assert client.me.fetch().name == "Ada"

    assert [(each.method, each.url) for each in transport.requests] == [
        ("POST", "https://api.desk.example/v1/tickets"),
        ("GET", "https://api.desk.example/v1/tickets/7"),
        ("GET", "https://api.desk.example/v1/me"),
    ]


def test_a_version_is_below_the_client_and_a_domain_beside_it():
    client, transport = desk(TICKET, TICKET)

    client.beta.tickets(7).fetch()
    client.files.tickets(7).fetch()

    assert [each.url for each in transport.requests] == [
        "https://api.desk.example/v1/beta/tickets/7",
        "https://files.desk.example/tickets/7",
    ]


def test_it_is_named_after_its_class():
    client, _ = desk()

    assert repr(client) == "Desk(auth=NoAuth())"
    assert str(client.tickets) == "<Desk.TicketList>"
    assert str(client.beta.tickets) == "<Desk.Beta.TicketList>"
    assert str(client.tickets(7).replies) == "<Desk.ReplyList>"


def test_a_title_of_its_own():
    class Vendor(Client, host="api.desk.example", title="Help"):
        tickets = collection(Ticket)

    assert repr(Vendor()) == "Help.Vendor(auth=NoAuth())"
    assert str(Vendor().tickets) == "<Help.TicketList>"


def test_a_subclass_has_the_host_the_prefix_and_the_mounts():
    client, transport = desk(TICKET, TICKET, cls=OwnDesk)

    client.my_tickets(7).fetch()  # type: ignore[attr-defined]
    client.tickets(7).fetch()

    assert [each.url for each in transport.requests] == [
        "https://api.desk.example/v1/tickets/7"
    ] * 2
    assert client.title == "Desk"


def test_with_a_base_url_the_prefix_stays():
    transport = HandlerTransport(lambda request: TICKET)

    Desk(transport=transport, base_url="http://127.0.0.1:8080/api/").tickets(7).fetch()

    assert transport.requests[0].url == "http://127.0.0.1:8080/api/v1/tickets/7"


def test_options_and_copies_have_addresses_of_their_own():
    client, transport = desk(TICKET)
    assert client.tickets  # made, and kept, before the options

    other = client.options(headers={"X-Trace": "t1"})
    other.tickets(7).fetch()

    assert transport.requests[0].headers["X-Trace"] == "t1"
    assert copy.copy(client)._site.client is not client
    assert str(pickle.loads(pickle.dumps(Desk())).tickets) == "<Desk.TicketList>"


def test_a_mount_outside_the_class():
    client, transport = desk(TICKET)

    collection(Ticket).under(client)(7).fetch()

    assert transport.requests[0].url == "https://api.desk.example/v1/tickets/7"


def test_a_client_of_several_hosts_has_none_of_its_own():
    class Vendor(Client):
        files = domain(Files)

    with pytest.raises(ConfigurationError) as caught:
        collection(Ticket).under(Vendor())

    assert str(caught.value) == (
        "Vendor has no host of its own.\n"
        "  Use a version of one of its domains, or declare it with a host: "
        "class Desk(Client, host='api.desk.example')."
    )


# -- in the sandbox -------------------------------------------------------------------------


def test_the_sandbox_serves_it_in_process():
    sandbox = Sandbox(Desk)
    client = Desk(auth=BearerAuth(sandbox.token), transport=sandbox)

    ticket = client.tickets.create(subject="Printer")
    ticket.replies.create(text="Is it on?")
    client.beta.tickets.create(subject="Scanner")
    client.files.tickets.create(subject="Fax")

    assert [each.subject for each in client.tickets] == ["Printer"]
    assert [each.text for each in ticket.replies] == ["Is it on?"]
    assert [each.subject for each in client.beta.tickets] == ["Scanner"]
    assert [each.subject for each in client.files.tickets] == ["Fax"]
    assert repr(sandbox) == "<Sandbox of Desk, Beta, Files: not started>"


def test_the_sandbox_serves_it_over_http_and_awaited():
    async def first_subject(url: str, token: str) -> str:
        transport = AiohttpTransport()
        async with Desk(auth=BearerAuth(token), base_url=url, transport=transport) as client:
            await client.beta.tickets.create_async(subject="Printer")
            (ticket,) = await client.beta.tickets.list_async()
            return ticket.subject

    with Sandbox(Desk) as sandbox:
        assert asyncio.run(first_subject(sandbox.url, sandbox.token)) == "Printer"


def test_the_sandbox_takes_another_resource_under_it():
    class Note(DeskResource, uri="/notes/{id}"):
        id: int
        text: str

        class Create(Params):
            text: str

    sandbox = Sandbox(Desk)
    sandbox.mount("notes", Note, under=Desk)
    client = Desk(auth=BearerAuth(sandbox.token), transport=sandbox)

    assert collection(Note).under(client).create(text="Lunch").text == "Lunch"


def test_the_command_line_serves_it():
    with (
        running(__name__, "--account", "a", "--token", "t") as (_, lines),
        Desk(auth=BearerAuth("t"), base_url=address(lines)) as client,
    ):
        assert client.tickets.create(subject="Printer").id == 1


# -- settings -------------------------------------------------------------------------------


def test_the_type_of_the_settings_has_every_argument_of_a_client_but_its_own():
    arguments = inspect.signature(Client).parameters

    # A client class of one's own has arguments for these.
    own = {"auth", "credentials", "variables"}
    assert {*ClientSettings.__annotations__} | own == set(arguments)


def test_a_setting_that_does_not_exist_is_refused_by_a_client_of_ones_own():
    class Mine(Desk):
        def __init__(self, token: str, **settings: object) -> None:
            super().__init__(auth=BearerAuth(token), **settings)  # type: ignore[arg-type]

    with pytest.raises(TypeError, match="unexpected keyword argument 'base_ur'"):
        Mine("t", base_ur="http://127.0.0.1:8080")


def test_a_class_made_without_a_class_statement():
    made = types.new_class("Made", (Client,), {"host": "api.desk.example"})

    assert repr(made()) == "Made(auth=NoAuth())"
