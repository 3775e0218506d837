"""What TAB in a shell shows of each object, and what `from restmap import *` brings."""

from __future__ import annotations

from typing import Any

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
        *("get_page", "get_page_async", "list", "list_async", "page", "page_async", "stream"),
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


def test_an_import_of_everything_hides_nothing_that_programs_call_their_own():
    namespace: dict[str, Any] = {}
    exec("from restmap import *", namespace)
    assert {"Client", "Resource", "collection", "param"} <= set(namespace)
    common = {"call", "client", "collections", "host", "id", "list", "map"}
    assert common.isdisjoint(namespace)
    assert "Call" not in namespace
