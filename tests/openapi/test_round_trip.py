"""What is written as OpenAPI and imported again is the same API.

Each declaration is compared with the imported one by method, path, parameters (their wire names,
locations, types and whether they are required) and the fields of the result.
"""

from __future__ import annotations

import importlib
import itertools
import json
import re
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from docs.examples import private_api
from restmap import Client, Model, NoKey, Params, Resource, action, collection
from restmap.__main__ import main
from restmap.describe.operations import describe_operation
from restmap.describe.routes import find_routes
from restmap.openapi.document import openapi_documents
from tests.importer.desk import DESK, TEXT, in_path, query, response_of, sends
from tests.importer.shed import object_of
from tests.importer.test_schema_kinds import KINDS, document

from . import shop
from .round_trip import round_trip

Told = dict[tuple[str, str], Any]
"""What is compared of each operation, by method and URL."""


@pytest.fixture(autouse=True)
def imported_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    # Bytecode counts as current if a module was written in the same second, and is as long.
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield
    _forget()


def _forget() -> None:
    for name in [each for each in sys.modules if each.partition(".")[0] == "again"]:
        del sys.modules[name]


def imported(declared: Any, name: str) -> str:
    """The package that is imported from the document of declarations."""
    (document,) = openapi_documents(declared).values()
    Path("document.json").write_text(json.dumps(document))
    assert main(["import", "document.json", "--into", f"again.{name}"]) < 2
    importlib.invalidate_caches()
    return f"again.{name}"


def told(declared: Any) -> Told:
    found: Told = {}
    for route in find_routes(declared):
        each = describe_operation(route)
        url = re.sub(r"\{[^}]*\}", "{}", each.url)
        parameters = {
            (one.location, one.wire_name): (one.required, one.type)
            for one in each.parameters
            if one.location != "path"
        }
        keys = [one.type for one in each.parameters if one.location == "path"]
        fields = {one.wire_name: one.type for one in each.fields}
        page = route.operation.page_type
        told_of_page = each.page and {"type": type(page).__name__, **vars(page)}
        found[each.method, url] = keys, parameters, fields, each.returns == "bool", told_of_page
    return found


def test_an_api_with_envelopes_and_cursors() -> None:
    assert told(imported(private_api, "tracker")) == told(private_api)


NUMBERS = itertools.count()


def linked_schema(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


KINDS_IN_ONE = {
    "type": "object",
    "properties": {f"kind{number}": schema for number, (schema, *_) in enumerate(KINDS)},
}
"""An object with a member of each kind of schema."""

READ_OTHERWISE = {
    ("POST", "https://shop.example/v1/events"): "the parameters of a page in the request body",
    ("POST", "https://shop.example/v1/orders"): "the envelope of a form",
}
"""What the importer takes for parameters and fields like any others."""

READ_AS = {"Size": "Literal['s', 'l']", "UUID": "str"}
"""The importer writes the members of an Enum as a Literal, and the key of a record as text."""


def parameters_of(operation: Any) -> Any:
    keys, parameters, *_ = operation
    return (
        [READ_AS.get(kind, kind) for kind in keys],
        {place: (needed, READ_AS.get(kind, kind)) for place, (needed, kind) in parameters.items()},
    )


def test_one_of_everything() -> None:
    before, after = told(shop), told(imported(shop, "shop"))

    assert after.keys() == before.keys()
    for place in after.keys() - READ_OTHERWISE:
        assert parameters_of(after[place]) == parameters_of(before[place]), place
    items = "GET", "https://shop.example/v1/items"
    assert after[items][2].keys() == before[items][2].keys()
    assert after[items][4] == before[items][4]


# -- small documents ----------------------------------------------------------------------------


@pytest.mark.parametrize("content", [DESK, document(KINDS_IN_ONE)])
def test_a_document_that_is_written_again_says_the_same(content: Any) -> None:
    Path("desk.json").write_text(json.dumps(content))

    assert [*round_trip(Path("desk.json"), "again", next(NUMBERS))] == []


TOOL = object_of(id=TEXT, name=TEXT, price=TEXT)
KEY = {"parameters": [in_path("id")]}
LINK = object_of(id=TEXT, place=TEXT, shelf=TEXT, at=TEXT)
TOOLS = {"type": "array", "items": TOOL}
SPOKEN = {
    "anyOf": [
        TEXT,
        {
            "type": "array",
            "items": {
                "oneOf": [linked_schema("Word"), linked_schema("Pause")],
                "discriminator": {"propertyName": "type"},
            },
        },
    ]
}

PATHS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    (
        "an object that only looks like the record, since other responses add to the record",
        {
            "/tools": {
                "get": {"responses": response_of(TOOLS)},
                "post": {"responses": response_of(object_of(id=TEXT, name=TEXT, at=TEXT))},
            },
            "/tools/{id}": {"put": {**KEY, "responses": response_of(LINK)}},
        },
        {},
    ),
    (
        "what tells variants apart, inside of a list and as a default",
        {
            "/words": {
                "post": {
                    "requestBody": sends("application/json", object_of(said=SPOKEN)),
                    "responses": response_of(object_of(id=TEXT, said=SPOKEN)),
                }
            }
        },
        {
            "Word": object_of(type={"enum": ["word"], **TEXT, "default": "word"}, text=TEXT),
            "Pause": object_of(type={"enum": ["pause"], **TEXT, "default": "pause"}),
        },
    ),
    (
        "arrays that are left out, and arrays that are not",
        {
            "/tools": {"get": {"responses": response_of(object_of(tools=TOOLS))}},
            "/lent": {
                "get": {"responses": response_of({**object_of(lent=TOOLS), "required": ["lent"]})}
            },
        },
        {},
    ),
    (
        "a GET with a body, and a list by POST with its pages in the query",
        {
            "/tools/{id}": {
                "get": {
                    **KEY,
                    "requestBody": sends("application/json", object_of(deep=TEXT)),
                    "responses": response_of(TOOL),
                }
            },
            "/tools/list": {
                "post": {
                    "operationId": "listTools",
                    "parameters": [query("cursor", TEXT)],
                    "requestBody": sends("application/json", object_of(name=TEXT)),
                    "responses": response_of(object_of(tools=TOOLS, next_cursor=TEXT)),
                }
            },
        },
        {},
    ),
]


@pytest.mark.parametrize(
    ("paths", "schemas"), [each[1:] for each in PATHS], ids=[each[0] for each in PATHS]
)
def test_what_a_second_import_could_take_for_something_else(paths: Any, schemas: Any) -> None:
    content = {
        "openapi": "3.0.3",
        "info": {"title": "Shed", "version": "1"},
        "servers": [{"url": "https://api.shed.example"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }
    Path("shed.json").write_text(json.dumps(content))

    assert [*round_trip(Path("shed.json"), "again", next(NUMBERS))] == []


class Rule(Model):
    kind: str


class Rules(Resource, uri="/rules"):
    total: int
    rules: list[Rule]

    class Key(NoKey): ...

    class Fetch(Params): ...


class Tool(Resource, uri="/desk/tools/{id}"):
    id: str

    class Fetch(Params): ...

    class Attach(Params, method="POST"):
        place: str

    attach = action(Attach)


class Rooms(Client, host="api.rooms.example"):
    rules = collection(Rules)
    tools = collection(Tool)


def test_a_record_that_holds_an_array_and_a_verb_after_the_path() -> None:
    again = imported(Rooms, "rooms")

    assert told(again) == told(Rooms)
    calls = {describe_operation(route).call for route in find_routes(again)}
    assert "client.desk.tools(id).attach" in calls


# -- small declarations -------------------------------------------------------------------------

KINDS = (
    "str", "int", "float", "bool", "Decimal", "UUID", "datetime", "date", "list[str]", "list[int]",
    'Literal["a", "b"]',
)  # fmt: skip
NAMES = ("subject", "due_on", "count", "tags", "class_name")

parameters = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(KINDS), max_size=4)
flags = st.lists(st.booleans(), min_size=4, max_size=4)

MODULE = """
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID
from restmap import *

class Thing(Resource, uri="/things/{{id}}", page={page}, body={body!r}, {rules}):
    id: str
{fields}
    class Create(Params):
        title: str
{create}
    class Update(Params, method="PATCH"):
        title: str = UNSET
{update}
    class Fetch(Params):
        expand: bool = UNSET
    class List(Paging):
        search: str = UNSET
{filters}

class Api(Client, host="api.things.example", prefix="/v1"):
    things = collection(Thing)
"""
PAGES = (
    'TokenPage("data", token="next_token", parameter="page_token", page_size="page_size")',
    'LinkPage("data", next_link="next", page_size="limit")',
)


def lines(declared: dict[str, str], required: list[bool], depth: int) -> str:
    """An annotation for each parameter; the first of them are required if their flags are set."""
    pairs = list(zip(declared.items(), required, strict=False))
    first = [f"{name}: {kind}" for (name, kind), needed in pairs if needed]
    others = [f"{name}: {kind} = UNSET" for (name, kind), needed in pairs if not needed]
    return "\n".join("    " * depth + each for each in (*first, *others))


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    fields=parameters,
    nullable=flags,
    create=parameters,
    required=flags,
    update=parameters,
    filters=parameters,
    page=st.sampled_from(PAGES),
    body=st.sampled_from(("json", "form")),
    rule=st.sampled_from(("snake_case", "camel_case")),
)
def test_small_declarations(
    fields: dict[str, str],
    nullable: list[bool],
    create: dict[str, str],
    required: list[bool],
    update: dict[str, str],
    filters: dict[str, str],
    page: str,
    body: str,
    rule: str,
) -> None:
    source = MODULE.format(
        page=page,
        body=body,
        rules=f"parameter_names={rule}, field_names={rule}",
        fields="\n".join(
            f"    {name}: {kind}{' | None' if none else ''}"
            for (name, kind), none in zip(fields.items(), nullable, strict=False)
        ),
        create=lines(create, required, 2),
        update=lines(update, [False] * 4, 2),
        filters=lines(filters, [False] * 4, 2),
    )
    module = types.ModuleType("things")
    exec(source, vars(module))  # the text is made above
    _forget()

    assert told(imported(vars(module)["Api"], "things")) == told(vars(module)["Api"]), source


@pytest.mark.parametrize(
    "page",
    [
        'LinkHeaderPage(page_size="limit", max_page_size=50)',
        'LinkListPage("data", page_size="limit")',
        'HeaderTokenPage(header="X-Next-Cursor", parameter="cursor", page_size="limit")',
        'TokenPage("data", token="cursor", parameter="cursor", has_more="has_more")',
        'CursorPage(parameter="after")',
        'NumberPage("data", total="meta.total")',
        'NumberPage(parameter="page_number", first=0, max_page_size=20)',
        'NumberPage("data", pages="pages")',
        'OffsetPage("data", has_more="more")',
        'OffsetPage("data", parameter="skip", first=1, page_size="take")',
        'ArrayPage("things")',
    ],
)
def test_every_page_type_is_told_again(page: str) -> None:
    source = MODULE.format(
        page=page,
        body="json",
        rules="parameter_names=snake_case, field_names=snake_case",
        **dict.fromkeys(("fields", "create", "update", "filters"), ""),
    )
    module = types.ModuleType("things")
    exec(source, vars(module))  # the text is made above
    _forget()

    assert told(imported(vars(module)["Api"], "things")) == told(vars(module)["Api"])
