"""What TAB in a shell shows of each object, and what `from restmap import *` brings."""

from __future__ import annotations

import rlcompleter
from typing import Any

import pytest

from restmap import (
    ArrayPage,
    Client,
    Domain,
    HandlerTransport,
    Paging,
    Params,
    Resource,
    Version,
    action,
    collection,
    domain,
    version,
)
from tests.support import json_response


class Note(Resource, uri="/tickets/{id}/notes/{n}"):
    id: str
    n: int

    class Fetch(Params): ...


class Ticket(Resource, uri="/tickets/{id}", page=ArrayPage("tickets")):
    id: str

    class Fetch(Params): ...

    class List(Paging): ...

    class Close(Params, uri="/close", method="POST"): ...

    close = action(Close)
    notes = collection(Note)


class V1(Version):
    tickets = collection(Ticket)


class Desk(Domain, host="desk.example"):
    v1 = version(V1)


class Library(Client):
    desk = domain(Desk)


def shown(thing: Any) -> list[str]:
    return [name for name in dir(thing) if not name.startswith("_")]


def library() -> Library:
    body = {"id": "1", "extra": 2, "tickets": []}
    return Library(transport=HandlerTransport(lambda request: json_response(body)))


def test_a_client_shows_its_mounts_its_settings_and_how_to_call():
    assert shown(library()) == [
        *("aclose", "auth", "base_url", "close", "desk", "drift", "observers", "options"),
        *("origin", "pace", "request", "request_async", "retries", "timeout"),
    ]


def test_domains_and_versions_show_their_mounts():
    assert shown(library().desk) == ["client", "origin", "v1"]
    assert shown(library().desk.v1) == ["client", "origin", "tickets"]


def test_a_collection_shows_the_verbs_that_are_declared():
    assert shown(library().desk.v1.tickets) == [
        *("describe", "get_page", "get_page_async", "list", "list_async", "page", "page_async"),
        "stream",
    ]


def test_a_record_shows_its_fields_its_mounts_and_the_verbs_that_are_declared():
    names = [
        *("close", "fetch", "fetch_async", "id", "notes", "response"),
        *("to_dict", "to_json"),
    ]
    tickets = library().desk.v1.tickets
    assert shown(tickets("1")) == names
    assert shown(tickets("1").fetch()) == sorted([*names, "extra", "tickets"])


def test_a_page_shows_its_records_and_its_neighbours():
    assert shown(library().desk.v1.tickets.page()) == [
        *("items", "next_page", "next_page_async", "next_page_url"),
        *("previous_page", "previous_page_async", "previous_page_url", "response", "total", "url"),
    ]


NAMES_OF_A_RECORD = ["close", "extra", "fetch", "fetch_async", "id", "notes", "response"]
NAMES_OF_A_RECORD += ["tickets", "to_dict", "to_json"]


def test_nothing_private_is_shown():
    tickets = library().desk.v1.tickets
    for thing in (library(), library().desk, tickets, tickets("1"), tickets("1").fetch()):
        private = [name for name in dir(thing) if name.startswith("_") and name[:2] != "__"]
        assert private == []


def test_the_completion_of_python():
    """`rlcompleter` completes by the class of an object as well."""
    record = library().desk.v1.tickets("1").fetch()
    completer = rlcompleter.Completer({"record": record})
    found = [completer.complete("record.", index) for index in range(30)]

    names = [each.removeprefix("record.").rstrip("()") for each in found if each is not None]
    assert names == NAMES_OF_A_RECORD


@pytest.mark.parametrize("with_jedi", [True, False])
def test_the_completion_of_ipython(with_jedi: bool, ipython: Any):
    desk = library().desk
    names = {"desk": desk, "tickets": desk.v1.tickets, "record": desk.v1.tickets("1").fetch()}

    def complete(text: str) -> list[str]:
        return ipython(text, names, with_jedi)

    assert complete("record.") == NAMES_OF_A_RECORD
    # Without Jedi, IPython completes by the class of a collection as well, which has all verbs.
    of_class = set() if with_jedi else {"create", "create_async"}
    assert set(complete("tickets.")) == {*shown(desk.v1.tickets), *of_class}
    if with_jedi:
        assert complete("desk.") == shown(desk)


def test_jedi_completes_what_leads_to_a_collection(ipython: Any):
    client = library()

    found = ipython("client.desk.v1.tickets.", {"client": client}, True)
    assert found == shown(client.desk.v1.tickets)


def test_the_arguments_of_a_verb_are_completed(ipython: Any):
    found = ipython("listed(pa", {"listed": library().desk.v1.tickets.list}, True)

    assert [each for each in found if each.endswith("=")] == [
        *("page_number=", "page_size=", "page_token="),
    ]


@pytest.fixture
def ipython() -> Any:
    """Complete a text as IPython does: from it, the names there are, and whether Jedi helps."""
    from IPython.core.completer import IPCompleter, provisionalcompleter

    def complete(text: str, namespace: dict[str, Any], with_jedi: bool) -> list[str]:
        completer = IPCompleter(namespace=namespace, global_namespace={}, use_jedi=with_jedi)
        completer.disable_matchers = ["IPCompleter.magic_matcher"]  # they need a whole shell
        with provisionalcompleter():
            found = [each.text for each in completer.completions(text, len(text))]
        return sorted({each.removeprefix(".") for each in found})

    return complete


def test_an_import_of_everything_hides_nothing_that_programs_call_their_own():
    namespace: dict[str, Any] = {}
    exec("from restmap import *", namespace)
    assert {"Client", "Resource", "collection", "param"} <= set(namespace)
    common = {"call", "client", "collections", "host", "id", "list", "map"}
    assert common.isdisjoint(namespace)
    assert "Call" not in namespace
