"""Descriptions of operations: their parameters, results and pages, and where they are mounted."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

import pytest

from restmap import (
    UNSET,
    Client,
    Collection,
    Domain,
    File,
    Model,
    NoKey,
    OffsetPage,
    Paging,
    Params,
    Resource,
    Returns,
    TokenPage,
    Version,
    action,
    camel_case,
    collection,
    collections,
    domain,
    field,
    handle,
    param,
    version,
)
from restmap.describe.operations import (
    FieldDescription,
    OperationDescription,
    PageDescription,
    ParameterDescription,
    describe_operation,
)
from restmap.describe.routes import find_routes
from restmap.display.types import type_text


class Address(Model):
    street_name: str
    zip_code: str | None = None


class DeskResource(
    Resource,
    page=TokenPage("data", token="next", parameter="cursor", page_size="limit"),
    parameter_names=camel_case,
    field_names=camel_case,
):
    """What the resources share."""


class Receipt(DeskResource, uri="/receipts/{number}"):
    number: int

    class Fetch(Params): ...


class Note(DeskResource, uri="/tickets/{ticket_id}/notes/{id}"):
    ticket_id: int
    id: str
    text: str

    class Create(Params):
        text: str

    class Delete(Params, Returns[Receipt]): ...


class Ticket(DeskResource, uri="/tickets/{id}"):
    id: int
    home_address: Address | None
    opened_at: datetime = field(name="opened")

    class Create(Params):
        home_address: Address
        due: datetime | None = UNSET
        request_id: str = param(location="header", default=UNSET)
        dry_run: bool = param(location="query", default=UNSET)

    class List(Paging):
        state: Literal["open", "closed"] = UNSET

    class Update(Params, method="PUT"):
        body: dict[str, Any] = param(location="body")

    class Delete(Params): ...

    class Close(Params, uri="/close"): ...

    class Move(Params, path="/boards/{board}/tickets/{id}"):
        board: int

    class Addresses(Params, method="GET", uri="/addresses"): ...

    class Receipts(Params, method="GET", uri="/receipts"): ...

    class Random(Params, method="GET", path="/random"): ...

    class Attach(Params, body="multipart", uri="/files"):
        file: File

    close = action(Close)
    move = action(Move, returns=None)
    addresses = action(Addresses, returns=list[Address])
    receipts = action(Receipts, returns=list[Receipt])
    random = action(Random, returns=int)
    attach = action(Attach, returns=None)
    notes = collection(Note)


class Hit(DeskResource, uri="/search/{id}"):
    id: int

    class List(Paging, method="POST", body="json", page=OffsetPage("hits")):
        text: str


class Tickets(Collection[Ticket]):
    class Clear(Params, method="DELETE"): ...

    clear = action(Clear, returns=None)


class Desk(Client, host="desk.example", prefix="/v1"):
    tickets = collection(Ticket, Tickets)
    search = collection(Hit)


def described(call: str, declared: Any = Desk) -> OperationDescription:
    """The description of the one operation with a call."""
    (found,) = [each for each in find_routes(declared) if each.call == call]
    return describe_operation(found)


def lines(declared: Any) -> list[str]:
    """Every call with its method and URL."""
    return [f"{each.call} {each.operation.method} {each.url}" for each in find_routes(declared)]


def test_a_create() -> None:
    assert described("client.tickets.create") == OperationDescription(
        call="client.tickets.create",
        method="POST",
        url="https://desk.example/v1/tickets",
        operation="create",
        parameters=(
            ParameterDescription("home_address", "homeAddress", "json", True, "Address"),
            ParameterDescription("due", "due", "json", False, "datetime | None"),
            ParameterDescription("request_id", "Request-Id", "header", False, "str"),
            ParameterDescription("dry_run", "dryRun", "query", False, "bool"),
        ),
        returns="Ticket",
        fields=(
            FieldDescription("id", "id", "int"),
            FieldDescription("home_address", "homeAddress", "Address | None"),
            FieldDescription("opened_at", "opened", "datetime"),
        ),
        page=None,
        client="tests.describe.test_operations:Desk",
    )


def test_a_list_has_the_parameters_of_its_pages() -> None:
    listed = described("client.tickets.list")

    assert listed.parameters == (
        ParameterDescription("state", "state", "query", False, "Literal['open', 'closed']"),
        ParameterDescription("page_size", "limit", "query", False, "int | None"),
        ParameterDescription("page_token", "cursor", "query", False, "str"),
    )
    assert listed.page == PageDescription("TokenPage", "limit", "cursor", None, None)
    assert (listed.returns, [each.name for each in listed.fields]) == (
        "list[Ticket]",
        ["id", "home_address", "opened_at"],
    )


def test_a_list_by_post_has_its_pages_in_the_body() -> None:
    listed = described("client.search.list")

    assert (listed.method, listed.url) == ("POST", "https://desk.example/v1/search")
    assert listed.parameters == (
        ParameterDescription("text", "text", "json", True, "str"),
        ParameterDescription("page_size", "limit", "json", False, "int | None"),
    )
    assert listed.page == PageDescription("OffsetPage", "limit", None, None, "offset")
    assert [each.name for each in listed.fields] == ["id"]


@pytest.mark.parametrize(
    ("call", "request_line", "parameters", "returns", "fields"),
    [
        ("client.tickets(id).update", "PUT /tickets/{id}",
         [("id", "id", "path", True, "int"), ("body", None, "body", True, "dict[str, Any]")],
         "Ticket", ["id", "homeAddress", "opened"]),
        ("client.tickets(id).delete", "DELETE /tickets/{id}",
         [("id", "id", "path", True, "int")], "bool", []),
        ("client.tickets(id).close", "POST /tickets/{id}/close",
         [("id", "id", "path", True, "int")], "Ticket", ["id", "homeAddress", "opened"]),
        ("client.tickets(id).move", "POST /boards/{board}/tickets/{id}",
         [("id", "id", "path", True, "int"), ("board", "board", "path", True, "int")],
         "bool", []),
        ("client.tickets(id).addresses", "GET /tickets/{id}/addresses",
         [("id", "id", "path", True, "int")], "list[Address]", ["streetName", "zipCode"]),
        ("client.tickets(id).receipts", "GET /tickets/{id}/receipts",
         [("id", "id", "path", True, "int")], "list[Receipt]", ["number"]),
        ("client.tickets(id).random", "GET /random",
         [("id", None, "path", True, "int")], "int", []),
        ("client.tickets(id).attach", "POST /tickets/{id}/files",
         [("id", "id", "path", True, "int"), ("file", "file", "multipart", True, "File")],
         "bool", []),
        ("client.tickets.clear", "DELETE /tickets", [], "bool", []),
        ("client.tickets(ticket_id).notes.create", "POST /tickets/{ticket_id}/notes",
         [("ticket_id", "ticket_id", "path", True, "int"), ("text", "text", "json", True, "str")],
         "Note", ["ticketId", "id", "text"]),
        ("client.tickets(ticket_id).notes(id).delete", "DELETE /tickets/{ticket_id}/notes/{id}",
         [("ticket_id", "ticket_id", "path", True, "int"), ("id", "id", "path", True, "str")],
         "Receipt", ["number"]),
    ],
)  # fmt: skip
def test_other_operations(
    call: str, request_line: str, parameters: list[Any], returns: str, fields: list[str]
) -> None:
    found = described(call)

    method, _, path = request_line.partition(" ")
    assert (found.method, found.url) == (method, f"https://desk.example/v1{path}")
    assert found.parameters == tuple(ParameterDescription(*each) for each in parameters)
    assert found.returns == returns
    assert [each.wire_name for each in found.fields] == fields
    assert found.page is None


# -- what is mounted where ----------------------------------------------------------------------


class Rate(Resource, uri="/rates/{origin}/{target}"):
    origin: str
    target: str

    class Key(Resource.Key):
        origin: str
        target: str

    class Fetch(Params): ...


class Seat(Resource, uri="/halls/{hall}/{day}/seats/{id}"):
    hall: str
    day: int
    id: int

    class Create(Params): ...

    class Fetch(Params): ...


class Person(Resource, uri="/people/{client}"):
    client: str

    class Create(Params): ...

    class Fetch(Params): ...


class Settings(Resource, uri="/settings"):
    class Key(NoKey): ...

    class Fetch(Params): ...


class Parcel(Resource, uri="/parcels/{from}"):
    class Fetch(Params): ...


class Everything(Client, host="a.example"):
    rates = collection(Rate)
    seats = collections(Seat)
    me = handle(Person, lambda site: "me")
    settings = collection(Settings)
    own_settings = handle(Settings)
    parcels = collection(Parcel)


def test_keys_are_in_the_expression() -> None:
    assert lines(Everything) == [
        "client.rates(origin=origin, target=target).fetch GET https://a.example/rates/{origin}/{target}",
        "client.seats(hall=hall, day=day).create POST https://a.example/halls/{hall}/{day}/seats",
        "client.seats(hall=hall, day=day)(id).fetch GET https://a.example/halls/{hall}/{day}/seats/{id}",
        "client.me.fetch GET https://a.example/people/{client}",
        "client.settings().fetch GET https://a.example/settings",
        "client.parcels(from_).fetch GET https://a.example/parcels/{from}",
    ]
    assert [each.name for each in described("client.me.fetch", Everything).parameters] == []


class ByKey(Client, host="a.example"):
    me = handle(Person, lambda site: "me")
    people = collection(Person)


def test_of_two_routes_the_one_without_a_computed_key_is_described() -> None:
    assert lines(ByKey) == [
        "client.people.create POST https://a.example/people",
        "client.people(client_).fetch GET https://a.example/people/{client}",
    ]


class V1(Version, prefix="/v1"):
    settings = handle(Settings)


class V2(V1, prefix="/v2"):
    parcels = collection(Parcel)


class Api(Domain, host="api.example"):
    v1 = version(V1)
    latest = version(V2)
    own = handle(Settings)


class Both(Client, host="own.example", prefix="/base"):
    api = domain(Api)
    v2 = version(V2)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (Both, ["client.v2.settings.fetch GET https://own.example/base/v2/settings",
                "client.v2.parcels(from_).fetch GET https://own.example/base/v2/parcels/{from}",
                "client.api.own.fetch GET https://api.example/settings",
                "client.api.v1.settings.fetch GET https://api.example/v1/settings",
                "client.api.latest.settings.fetch GET https://api.example/v2/settings",
                "client.api.latest.parcels(from_).fetch GET https://api.example/v2/parcels/{from}"]),
        (Api, ["Api(client).own.fetch GET https://api.example/settings",
               "Api(client).v1.settings.fetch GET https://api.example/v1/settings",
               "Api(client).latest.settings.fetch GET https://api.example/v2/settings",
               "Api(client).latest.parcels(from_).fetch GET https://api.example/v2/parcels/{from}"]),
        (V1, ["V1(client).settings.fetch GET /v1/settings"]),
        (Settings, ["collection(Settings).under(client)().fetch GET /settings"]),
        (Seat, ["collections(Seat).under(client)(hall=hall, day=day).create POST "
                "/halls/{hall}/{day}/seats",
                "collections(Seat).under(client)(hall=hall, day=day)(id).fetch GET "
                "/halls/{hall}/{day}/seats/{id}"]),
        (int, []),
    ],
)  # fmt: skip
def test_clients_domains_versions_and_resources(declared: Any, expected: list[str]) -> None:
    assert lines(declared) == expected


# -- packages -----------------------------------------------------------------------------------

# Modules by their path. The operation of a resource R is its fetch.
BASE = "from restmap import *\n\nclass R(Resource, uri='/r/{id}'):\n    class Fetch(Params): ...\n"


@pytest.mark.parametrize(
    ("modules", "expected"),
    [
        ({"__init__": f"{BASE}class C(Client, host='a.example'):\n    r = collection(R)\n"},
         ["client.r(id).fetch GET https://a.example/r/{id}"]),
        ({"__init__": "", "domains": "from restmap import Client, domain\nfrom .d import D\n"
          "class Domains(Client):\n    d = domain(D)\n", "client": "from .domains import Domains\n"
          "class C(Domains): ...\n", "d": f"{BASE}class D(Domain, host='d.example'):\n"
          "    r = collection(R)\n", "__main__": "raise SystemExit('a program')\n"},
         ["client.d.r(id).fetch GET https://d.example/r/{id}"]),
        ({"__init__": "", "inner/__init__": "", "inner/v1": f"{BASE}class V(Version):\n"
          "    r = collection(R)\n"}, ["V(client).r(id).fetch GET /r/{id}"]),
        ({"__init__": "from restmap import *\nclass Base(Resource): ...\n", "r": BASE},
         ["collection(R).under(client)(id).fetch GET /r/{id}"]),
        ({"__init__": "from tests.describe.test_operations import ByKey\n", "r": BASE},
         ["client.people.create POST https://a.example/people",
          "client.people(client_).fetch GET https://a.example/people/{client}"]),
        ({"__init__": f"from tests.describe.test_operations import ByKey\n{BASE}"},
         ["collection(R).under(client)(id).fetch GET /r/{id}"]),
        ({"__init__": "", "empty": ""}, []),
    ],
)  # fmt: skip
def test_a_package(
    modules: dict[str, str],
    expected: list[str],
    tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = f"package_{tmp_path.name}"
    for path, text in modules.items():
        file = tmp_path / name / f"{path}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    monkeypatch.syspath_prepend(tmp_path)

    assert lines(name) == expected


def test_the_class_of_the_client_is_the_one_with_the_most() -> None:
    assert {each.node.site.client for each in find_routes("resources.twilio.client")} == {
        find_routes("resources.twilio")[0].node.site.client
    }


# -- types --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (str, "str"),
        (None, "None"),
        (Any, "Any"),
        (int | None, "int | None"),
        (list[dict[str, Any]], "list[dict[str, Any]]"),
        (tuple[int, ...], "tuple[int, ...]"),
        (Literal["a", 1], "Literal['a', 1]"),
        (Annotated[str, "any note"], "str"),
        (Address, "Address"),
        (list, "list"),
    ],
)
def test_the_text_of_a_type(kind: Any, text: str) -> None:
    assert type_text(kind) == text
