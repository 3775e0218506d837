"""What users try first: next(), assigned mocks, misspelt names."""

from __future__ import annotations

import asyncio
import copy
import pickle
from typing import Any
from unittest.mock import Mock, patch

import pytest

from restmap import (
    BearerAuth,
    Client,
    Collection,
    Domain,
    NoKey,
    NumberPage,
    Paging,
    Params,
    Resource,
    Response,
    Version,
    collection,
    collections,
    domain,
    handle,
    version,
)
from restmap.sandbox import Sandbox


class Reply(Resource, uri="/tickets/{ticket_id}/replies/{id}", page=NumberPage("items")):
    id: int
    ticket_id: int
    text: str

    class Create(Params):
        text: str

    class List(Paging): ...


class Ticket(Resource, uri="/tickets/{id}", page=NumberPage("items", max_page_size=2)):
    id: int
    subject: str

    class Create(Params):
        subject: str

    class List(Paging): ...

    class Fetch(Params): ...

    replies = collection(Reply)


class Totals(Resource, uri="/tickets/totals"):
    open: int

    class Key(NoKey): ...

    class Create(Params): ...


class Tickets(Collection[Ticket]):
    totals = collection(Totals)


class Note(Resource, uri="/me/notes/{id}"):
    id: int

    class Create(Params): ...


class Notes(Collection[Note]):
    totals = collection(Totals)


class Me(Resource, uri="/me"):
    name: str

    class Key(NoKey): ...

    class Fetch(Params): ...

    notes = collection(Note, Notes)


class Beta(Version, prefix="/beta"):
    tickets = collection(Ticket)
    replies = collections(Reply)


class Files(Domain, host="files.desk.example"):
    tickets = collection(Ticket)
    beta = version(Beta)


class Desk(Client, host="api.desk.example"):
    tickets = collection(Ticket, Tickets)
    me = handle(Me)
    beta = version(Beta)
    files = domain(Files)


class Plain(Client, host="api.desk.example"):
    tickets = collection(Ticket)


@pytest.fixture
def desk() -> Desk:
    sandbox = Sandbox(Desk)
    client = Desk(auth=BearerAuth(sandbox.token), transport=sandbox)
    for number in range(5):
        client.tickets.create(subject=f"Printer {number}")
    return client


# -- next() ---------------------------------------------------------------------------------


def test_the_next_record_of_a_stream(desk: Desk) -> None:
    stream = desk.tickets.stream(page_size=2, limit=3)

    assert next(stream).id == 1
    assert [each.id for each in stream] == [1, 2, 3]  # an iteration of its own
    assert (next(stream).id, next(stream).id) == (2, 3)
    for _ in range(2):
        with pytest.raises(StopIteration):
            next(stream)
    assert next(stream, None) is None


def test_the_next_record_of_an_awaited_stream() -> None:
    async def program() -> None:
        with Sandbox(Plain) as sandbox:
            async with Plain(auth=BearerAuth(sandbox.token), base_url=sandbox.url) as desk:
                for number in range(3):
                    await desk.tickets.create_async(subject=f"Printer {number}")
                stream = desk.tickets.stream(page_size=2)
                assert (await anext(stream)).id == 1
                assert [each.id async for each in stream] == [1, 2, 3]
                assert ((await anext(stream)).id, (await anext(stream)).id) == (2, 3)
                with pytest.raises(StopAsyncIteration):
                    await anext(stream)

    asyncio.run(program())


def test_the_next_record_of_a_page(desk: Desk) -> None:
    page = desk.tickets.page(page_size=2)

    assert next(page).id == 1
    assert [each.id for each in page] == [1, 2]
    assert next(page).id == 2
    with pytest.raises(StopIteration):
        next(page)


# -- what a test assigns --------------------------------------------------------------------


def test_mounts_of_clients_and_sites_are_the_same_at_each_access(desk: Desk) -> None:
    assert desk.tickets is desk.tickets
    assert desk.me is desk.me
    assert desk.beta.tickets is desk.beta.tickets
    assert desk.beta.replies is desk.beta.replies
    assert desk.files.beta.tickets is desk.files.beta.tickets is not desk.beta.tickets
    assert desk.tickets.totals is desk.tickets.totals


def test_a_verb_that_is_replaced_has_its_effect(desk: Desk) -> None:
    with patch.object(desk.tickets, "create", return_value="fake") as create:
        assert desk.tickets.create(subject="Fax") == "fake"
    create.assert_called_once_with(subject="Fax")
    assert desk.tickets.create(subject="Fax").id == 6

    desk.beta.tickets.list = Mock(return_value=[])  # type: ignore[method-assign,assignment]
    assert desk.beta.tickets.list() == []


def test_a_mount_that_is_replaced_has_its_effect_and_stays_in_options(desk: Desk) -> None:
    fake = Mock()
    desk.tickets = fake  # type: ignore[assignment]

    assert desk.tickets is fake
    assert desk.options(timeout=2).tickets is fake
    assert desk.options(timeout=2).beta.client is not desk


@pytest.mark.parametrize("duplicate", [copy.copy, lambda desk: desk.options(timeout=2)])
def test_a_copy_has_mounts_of_its_own(desk: Desk, duplicate: Any) -> None:
    assert desk.tickets
    other = duplicate(desk)

    assert other.tickets._site.client is other
    assert str(pickle.loads(pickle.dumps(Desk())).tickets) == "<Desk.TicketList>"


def test_a_single_item_keeps_its_mounts(desk: Desk) -> None:
    assert desk.me.notes is desk.me.notes
    assert desk.me.notes.totals is desk.me.notes.totals
    with patch.object(desk.me.notes.totals, "create", return_value="fake"):
        assert desk.me.notes.totals.create() == "fake"
    assert copy.copy(desk.me).notes is desk.me.notes


REFUSED = (
    "'create' cannot be assigned: this collection of Reply is made anew at each access, so the "
    "assignment would have no effect. In a test, give the client a transport: a HandlerTransport "
    "or a Sandbox."
)


def test_what_would_have_no_effect_is_refused(desk: Desk) -> None:
    with pytest.raises(AttributeError) as caught:
        desk.tickets(1).replies.create = Mock()  # type: ignore[method-assign]
    assert str(caught.value) == REFUSED

    patched = patch.object(desk.beta.replies(7), "create")
    with pytest.raises(AttributeError) as caught:
        patched.start()
    assert str(caught.value) == REFUSED

    with pytest.raises(AttributeError, match="cannot be assigned"):
        Tickets(Ticket, desk._site, ()).totals.create = Mock()  # type: ignore[method-assign]

    with pytest.raises(AttributeError, match="read-only"):
        desk.tickets(1).fetch = Mock()  # type: ignore[method-assign]


# -- misspelt names -------------------------------------------------------------------------

MISSPELT: dict[str, tuple[Any, str, str]] = {
    "collection of a client": (
        lambda desk: desk,
        "tikets",
        "the client Desk has no attribute 'tikets'. Did you mean 'tickets'?",
    ),
    "domain of a client": (
        lambda desk: desk,
        "file",
        "the client Desk has no attribute 'file'. Did you mean 'files'?",
    ),
    "method of a client": (
        lambda desk: desk,
        "optoins",
        "the client Desk has no attribute 'optoins'. Did you mean 'options'?",
    ),
    "unlike any of a client": (
        lambda desk: desk,
        "qqq",
        "the client Desk has no attribute 'qqq'. Mounted: beta, files, me, tickets.",
    ),
    "collection of a version": (
        lambda desk: desk.beta,
        "ticket",
        "Beta has no attribute 'ticket'. Did you mean 'tickets'?",
    ),
    "version of a domain": (
        lambda desk: desk.files,
        "betta",
        "Files has no attribute 'betta'. Did you mean 'beta'?",
    ),
    "collection of a handle": (
        lambda desk: desk.tickets(1),
        "replys",
        "Ticket has no attribute 'replys'. Did you mean 'replies'?",
    ),
    "verb of a handle": (
        lambda desk: desk.tickets(1),
        "fetsh",
        "Ticket has no attribute 'fetsh'. Did you mean 'fetch'?",
    ),
    "field of a handle": (
        lambda desk: desk.tickets(1),
        "subjekt",
        "Ticket has no field 'subjekt'. Fields: id, subject. Did you mean 'subject'?",
    ),
    "an awaited stream": (
        lambda desk: desk.tickets,
        "stream_async",
        "a stream has no awaited form: write `async for record in collection.stream()`.",
    ),
    "get of a collection": (
        lambda desk: desk.tickets,
        "get",
        "the collection of Ticket has no attribute 'get'. Give its key: collection(key).fetch().",
    ),
    "all, awaited": (
        lambda desk: desk.tickets,
        "all_async",
        "the collection of Ticket has no attribute 'all_async'. Call list_async().",
    ),
    "retrieve of a handle": (
        lambda desk: desk.tickets(1),
        "retrieve",
        "Ticket has no attribute 'retrieve'. Call fetch().",
    ),
    "all of a handle": (
        lambda desk: desk.tickets(1),
        "all",
        "Ticket has no attribute 'all'. Call list() of its collection.",
    ),
    "a verb with the response": (
        lambda desk: desk.tickets(1),
        "fetch_with_http_info_async",
        "Ticket has no attribute 'fetch_with_http_info_async'. Call fetch_async(): the status code "
        "and the headers are at `record.response`.",
    ),
    "a list with the response": (
        lambda desk: desk.tickets,
        "list_with_http_info",
        "the collection of Ticket has no attribute 'list_with_http_info'. Call page(): the status "
        "code and the headers are at `page.response`.",
    ),
    "an awaited stream of what has no list": (
        lambda desk: desk.tickets.totals,
        "stream_async",
        "Totals has no verb 'stream_async': its declaration has no nested class List.",
    ),
}


@pytest.mark.parametrize("misspelt", MISSPELT)
def test_a_misspelt_name_is_told_its_near_neighbour(misspelt: str) -> None:
    find, name, message = MISSPELT[misspelt]

    with pytest.raises(AttributeError) as caught:
        getattr(find(Desk()), name)
    assert str(caught.value) == message


@pytest.mark.parametrize("name", ["get", "all", "save", "fetch_with_http_info", "with_http_info"])
def test_only_verbs_that_there_are_are_named(name: str) -> None:
    with pytest.raises(AttributeError) as caught:
        getattr(Desk().tickets.totals, name)
    found = f"the collection of Totals has no attribute {name!r}. Attributes: "
    assert str(caught.value).startswith(found)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("status_code", ": write `response.status`."),
        ("content", ": write `response.body`."),
        ("ok", ": write `response.status < 400`."),
        ("_nothing", "."),
    ],
)
def test_what_other_libraries_call_the_parts_of_a_response(name: str, remedy: str) -> None:
    response = Response(200, {}, b"{}")
    with pytest.raises(AttributeError) as caught:
        getattr(response, name)
    assert str(caught.value) == f"a Response has no attribute {name!r}{remedy}"
    assert copy.deepcopy(pickle.loads(pickle.dumps(response))) == response


def test_private_names_are_not_looked_for() -> None:
    for each in (Desk(), Desk().beta):
        with pytest.raises(AttributeError, match=r"^_nothing$"):
            each._nothing  # type: ignore[union-attr,attr-defined]  # noqa: B018
