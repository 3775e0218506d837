"""Each kind of schema: the type that is written, and values that are read and sent back equally."""

from __future__ import annotations

import importlib
import itertools
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from restmap import HandlerTransport
from restmap.importer.draft.clients import draft_client
from restmap.importer.draft.naming import PlainNaming
from restmap.importer.importing import draft_all
from restmap.importer.read.documents import Document
from restmap.importer.read.inventory import Inventory
from restmap.importer.write.api_modules import api_files
from tests.support import json_response

from .desk import TEXT, in_path, query, response_of, sends

INTEGER = {"type": "integer"}
NULL = {"type": "null"}
DATE = {"type": "string", "format": "date"}
SECONDS = {"type": "integer", "format": "unixtime"}
UUID_TEXT = "12345678-1234-5678-1234-567812345678"


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def obj(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


def array(items: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


def tagged(base: Any, *others: Any) -> dict[str, Any]:
    return {"allOf": [base, *others]}


KIND = {"propertyName": "kind"}
COMPONENTS: dict[str, Any] = {
    "Part": obj(x=INTEGER),
    "Grade": {"type": "string", "enum": ["fine", "coarse"]},
    "MaybeGrade": {"type": "string", "enum": ["fine", "coarse"], "nullable": True},
    "Truth": True,
    "Card": obj("kind", kind=TEXT, digits=TEXT),
    "Bank": obj("kind", kind=TEXT, iban=TEXT),
    "Either": {
        "oneOf": [ref("Card"), ref("Bank")],
        "discriminator": {
            **KIND,
            "mapping": {"card": "#/components/schemas/Card", "bank": "#/components/schemas/Bank"},
        },
    },
    # Bases with a discriminator, without and with a mapping.
    "Pet": {**obj("kind", kind=TEXT), "discriminator": KIND},
    "Cat": tagged(ref("Pet"), obj(lives=INTEGER)),
    "Dog": tagged(ref("Pet"), obj(name=TEXT)),
    "LapDog": tagged(ref("Dog"), obj(lap=TEXT)),
    "Lock": {
        **obj("kind", kind=TEXT),
        "discriminator": {
            **KIND,
            "mapping": {"any": "Lock", "key": "#/components/schemas/KeyLock"},
        },
    },
    "KeyLock": tagged(ref("Lock"), obj(key=TEXT)),
    "NoLock": tagged(ref("Lock")),
    # Schemas that contain themselves.
    "Tree": obj(value=INTEGER, branches=array(ref("Tree"))),
    "Maps": obj(maps={"additionalProperties": ref("Maps")}),
    "Lists": array(ref("Lists")),
    "Json": {
        "oneOf": [TEXT, INTEGER, NULL, array(ref("Json")), {"additionalProperties": ref("Json")}]
    },
}

KINDS: list[tuple[Any, str, list[Any]]] = [
    # Null.
    ({"anyOf": [TEXT, NULL]}, "str | None", ["a", None]),
    ({"oneOf": [NULL, ref("Part")]}, "Part | None", [{"x": 1}, None]),
    ({"anyOf": [{"anyOf": [ref("Part"), NULL]}]}, "Part | None", [{"x": 1}, None]),
    ({"type": ["string", "null"]}, "str | None", ["a", None]),
    ({**TEXT, "nullable": True}, "str | None", ["a", None]),
    ({"allOf": [ref("Part")], "nullable": True}, "Part | None", [{"x": 1}, None]),
    ({**ref("Part"), "nullable": True}, "Part | None", [{"x": 1}, None]),
    (NULL, "Any", [None]),
    # Several types.
    ({"type": ["string", "integer"]}, "int | str", ["a", "015", 15]),
    ({"type": ["object", "array"]}, "list[Any] | dict[str, Any]", [{"a": 1}, [1]]),
    ({"type": ["array", "string"], "items": INTEGER}, "list[int] | str", [[1], "a"]),
    # Constants and enums.
    ({"const": "a"}, 'Literal["a"]', ["a"]),
    ({"const": 5}, "Literal[5]", [5]),
    ({"const": True}, "Literal[True]", [True]),
    ({"const": 1.5}, "Any", [1.5]),
    ({"const": None}, "Any", [None]),
    ({"anyOf": [{"const": "a"}, {"const": "b"}]}, 'Literal["a", "b"]', ["a", "b"]),
    (ref("Grade"), "Grade", ["fine"]),
    (ref("MaybeGrade"), "MaybeGrade | None", ["fine", None]),
    ({"oneOf": [ref("Grade"), NULL]}, "Grade | None", ["fine", None]),
    ({"allOf": [ref("Grade")], "default": "fine"}, "Grade", ["fine"]),
    ({**TEXT, "enum": ["a", "b", None]}, "Value | None", ["a", None]),
    ({"type": ["string", "null"], "enum": ["a", "b"]}, "Value | None", ["a", None]),
    ({"enum": ["a", 1]}, "Value", ["a", 1]),
    ({"enum": [1, True]}, "Value", [1, True]),
    ({"enum": ["a", 1.5, {"b": 1}]}, "Any", ["a", 1.5, {"b": 1}]),
    ({**TEXT, "enum": ["a", "A", "a"]}, "Value", ["a", "A"]),
    ({**TEXT, "enum": ["", '"', "\n", "\\", "'''", "\u202e"]}, "Value", ["", "\n", "\\"]),
    ({**INTEGER, "enum": [1, 2]}, "Value", [1]),
    ({**INTEGER, "enum": ["1", "2"]}, "Value", [1]),
    ({"type": "number", "enum": [1.5, 2]}, "float", [1.5, 2]),
    ({"type": "boolean", "enum": [True]}, "Literal[True]", [True]),
    # YAML without quotes.
    ({**TEXT, "enum": [True, "no"]}, "Value", ["true", "no"]),
    ({**TEXT, "enum": [1, 2]}, "Value", ["1"]),
    ({**TEXT, "enum": [1.1, 2]}, "str", ["1.10"]),
    # References with keywords beside them, and bases.
    ({**ref("Part"), "description": "A part."}, "Part", [{"x": 1}]),
    ({**ref("Part"), "properties": {"y": TEXT}}, "ThingValue", [{"x": 1, "y": "b"}]),
    ({**ref("Part"), "required": ["x"]}, "ThingValue", [{"x": 1}]),
    ({**ref("Part"), "anyOf": [obj(y=TEXT), obj(z=TEXT)]}, "ThingValue", [{"x": 1, "z": "b"}]),
    ({"allOf": [ref("Part"), obj(y=TEXT)]}, "ThingValue", [{"x": 1, "y": "b"}]),
    ({"allOf": [TEXT, {"format": "date"}]}, "date", ["2026-11-28"]),
    (
        {"allOf": [ref("Part"), {"oneOf": [obj(y=TEXT), obj(z=TEXT)]}]},
        "ThingValue",
        [{"x": 1, "y": "b"}],
    ),
    # Unions.
    (
        ref("Either"),
        'Card | Bank = field(tagged_by="kind")',
        [{"kind": "card", "digits": "1"}, {"kind": "bank", "iban": "C"}],
    ),
    (
        array(ref("Either")),
        'list[Card | Bank] = field(tagged_by="kind")',
        [[{"kind": "bank", "iban": "C"}, {"kind": "card", "digits": "1"}]],
    ),
    (
        {"additionalProperties": ref("Either")},
        'dict[str, Card | Bank] = field(tagged_by="kind")',
        [{"any": {"kind": "bank", "iban": "C"}}],
    ),
    ({"oneOf": [*COMPONENTS["Either"]["oneOf"], NULL]}, "Card | Bank | None", [None]),
    (
        ref("Pet"),
        'Cat | Dog | LapDog = field(tagged_by="kind")',
        [{"kind": "Cat", "lives": 7}, {"kind": "LapDog", "name": "a", "lap": "b"}],
    ),
    (ref("Dog"), "Dog", [{"kind": "Dog", "name": "a"}]),
    (
        ref("Lock"),
        'Lock | KeyLock = field(tagged_by="kind")',
        [{"kind": "any"}, {"kind": "key", "key": "a"}],
    ),
    ({"oneOf": [TEXT, ref("Part")]}, "Part | str", ["a", {"x": 1}]),
    ({"oneOf": [TEXT, array(TEXT)]}, "list[str] | str", ["a", ["a"]]),
    ({"oneOf": [array(INTEGER), array(TEXT)]}, "list[int] | list[str]", [[1], ["a"], []]),
    ({"oneOf": [{"type": "boolean"}, INTEGER]}, "bool | int", [True, 1, False, 0]),
    ({"oneOf": [{"type": "number"}, TEXT]}, "float | str", [1.5, "1.5", 2]),
    ({"oneOf": [{**TEXT, "format": "uuid"}, INTEGER]}, "UUID | int", [UUID_TEXT, 5]),
    ({"oneOf": [DATE, {**DATE, "format": "date-time"}]}, "str", ["2026-11-28"]),
    (
        {"oneOf": [obj("x", x=INTEGER), {"type": "object", "additionalProperties": TEXT}]},
        "ThingValue | dict[str, str]",
        [{"x": 1}, {"a": "b"}],
    ),
    # Objects, maps and lists.
    ({"type": "object"}, "dict[str, Any]", [{}, {"a": [1]}]),
    ({"type": "object", "additionalProperties": True}, "dict[str, Any]", [{"a": 1}]),
    ({"type": "object", "additionalProperties": False}, "dict[str, Any]", [{}]),
    (
        {"additionalProperties": {"type": ["integer", "null"]}},
        "dict[str, int | None]",
        [{"a": None}],
    ),
    ({"additionalProperties": ref("Part")}, "dict[str, Part]", [{"a": {"x": 1}}]),
    (
        {"additionalProperties": {"additionalProperties": array(ref("Part"))}},
        "dict[str, dict[str, list[Part]]]",
        [{"a": {"b": [{"x": 1}]}}],
    ),
    ({"patternProperties": {"^x-": INTEGER}}, "dict[str, int]", [{"x-a": 1}]),
    (
        {"type": "object", "patternProperties": {"^x": INTEGER, "^y": ref("Part")}},
        "dict[str, Part | int]",
        [{"x": 1, "y": {"x": 1}}],
    ),
    (
        {"patternProperties": {"^x": INTEGER}, "additionalProperties": TEXT},
        "dict[str, int | str]",
        [{"x": 1, "y": "2"}],
    ),
    (array(array(INTEGER)), "list[list[int]]", [[[1], [2, 3]]]),
    (array(array(ref("Part"))), "list[list[Part]]", [[[{"x": 1}]]]),
    (array({}), "list[Any]", [["a", 1]]),
    (array(True), "list[Any]", [["a", 1]]),
    ({"type": "array"}, "list[Any]", [["a", 1]]),
    ({"type": "array", "prefixItems": [TEXT, INTEGER]}, "list[int | str]", [["1", 1]]),
    ({"prefixItems": [TEXT, TEXT], "items": False}, "list[str]", [["1", "2"]]),
    (array(INTEGER, prefixItems=[TEXT]), "list[int | str]", [["1", 1, 2]]),
    # Schemas that contain themselves.
    (ref("Tree"), "Tree", [{"value": 1, "branches": [{"value": 2, "branches": []}]}]),
    (ref("Maps"), "Maps", [{"maps": {"a": {"maps": {}}}}]),
    (ref("Lists"), "list[Any]", [[[], [[]]]]),
    (ref("Json"), "list[Any] | int | str | dict[str, Any] | None", ["a", 1, None, [1], {"a": [1]}]),
    # Any value.
    ({}, "Any", [1, None, {"a": [1]}]),
    (True, "Any", [1]),
    (ref("Truth"), "Any", [1]),
    (array(ref("Truth")), "list[Any]", [[1]]),
    (False, "Any", []),
    ({"not": TEXT}, "Any", [1]),
    ({**TEXT, "not": {"enum": ["a"]}}, "str", ["b"]),
    # Conditions.
    (
        {
            **obj(kind=TEXT),
            "if": {"properties": {"kind": {"const": "a"}}},
            "then": obj(a=INTEGER),
            "else": obj(b=INTEGER),
        },
        "ThingValue",
        [{"kind": "a", "a": 1}, {"kind": "b", "b": 1}],
    ),
    (
        {**obj(kind=TEXT), "dependentSchemas": {"kind": obj(a=INTEGER), "no": False}},
        "ThingValue",
        [{"kind": "a", "a": 1}],
    ),
    # Formats.
    ({**TEXT, "format": "uuid"}, "UUID", [UUID_TEXT]),
    ({**TEXT, "format": "date-time"}, "datetime", ["2026-11-28T10:00:00Z"]),
    ({**TEXT, "format": "decimal"}, "Decimal", ["1.50"]),
    ({**TEXT, "format": "byte"}, "str", ["aGk="]),
    ({**TEXT, "format": "binary"}, "str", ["hi"]),
    ({**TEXT, "format": "duration"}, "str", ["P1M"]),
    ({**TEXT, "format": "int64"}, "str", ["5"]),
    ({**INTEGER, "format": "int64"}, "int", [2**63 - 1]),
    (SECONDS, "datetime = field(unix_time)", [1764320400]),
    ({"anyOf": [SECONDS, NULL]}, "datetime | None = field(unix_time)", [1764320400, None]),
    (
        {"type": ["integer", "null"], "format": "unix-time"},
        "datetime | None = field(unix_time)",
        [1764320400, None],
    ),
    ({"oneOf": [SECONDS, TEXT]}, "int | str", [1764320400, "now"]),
    (array(SECONDS), "list[int]", [[1764320400]]),
    ({**SECONDS, "enum": [0]}, "Literal[0]", [0]),
    # What changes no type.
    ({**TEXT, "deprecated": True, "title": "T", "default": "x", "examples": ["y"]}, "str", ["a"]),
]

NUMBERS = itertools.count()


class Package:
    """The package that is imported from a document, in a folder that can be imported from."""

    def __init__(self, folder: Path, content: dict[str, Any]) -> None:
        self._name = f"thing_{next(NUMBERS)}"
        naming = PlainNaming()
        inventory = Inventory.of([Document("desk", content)])
        versions = draft_all(inventory, naming, self._name)
        client = draft_client(inventory, naming, versions)
        self.files = api_files(versions, naming, client, self._name, 88)
        assert inventory.problems == []
        for path, text in self.files.items():
            (folder / self._name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / self._name / path).write_text(text, encoding="utf-8")

    def client(self, **settings: Any) -> Any:
        importlib.invalidate_caches()
        return importlib.import_module(f"{self._name}.client").Desk(**settings)


def sent_back(package: Package, value: Any) -> Any:
    """What is sent as the value of a thing, after it was read from a response."""
    transport = HandlerTransport(lambda request: json_response({"id": "t", "value": value}))
    things = package.client(transport=transport, drift="error").things
    things.create(value=things("t").fetch().value)
    body = transport.requests[1].body
    assert isinstance(body, bytes)
    return json.loads(body)["value"]


def document(schema: Any) -> dict[str, Any]:
    record = response_of(obj(id=TEXT, value=schema))
    created = sends("application/json", obj(value=schema))
    return {
        "openapi": "3.1.0",
        "info": {"title": "Desk", "version": "1"},
        "servers": [{"url": "https://api.desk.example"}],
        "components": {"schemas": COMPONENTS},
        "paths": {
            "/things": {"post": {"requestBody": created, "responses": record}},
            "/things/{id}": {"get": {"parameters": [in_path("id")], "responses": record}},
        },
    }


@pytest.mark.parametrize(("schema", "written", "values"), KINDS)
def test_a_kind_of_schema_has_its_type_and_its_values_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: Any, written: str, values: list[Any]
) -> None:
    package = Package(tmp_path, document(schema))
    assert f"\n    value: {written}\n" in package.files["thing.py"]

    monkeypatch.syspath_prepend(str(tmp_path))
    for value in values:
        back = sent_back(package, value)
        assert (back, isinstance(back, bool)) == (value, isinstance(value, bool))


def test_a_request_body_with_a_discriminator_takes_the_members_of_all_its_classes(
    tmp_path: Path,
) -> None:
    content = document(TEXT)
    post = content["paths"]["/things"]["post"]
    post["requestBody"], post["responses"] = (
        sends("application/json", ref("Pet")),
        response_of(ref("Pet")),
    )

    assert (
        "    class Create(Params, Returns[Cat | Dog | LapDog]):\n        kind: str\n"
        "        lives: int = UNSET\n        name: str = UNSET\n        lap: str = UNSET\n"
    ) in Package(tmp_path, content).files["thing.py"]


MOMENT = datetime(2026, 11, 28, 10)


@pytest.mark.parametrize(
    ("schema", "written", "value", "sent"),
    [
        # Frameworks write every optional parameter in this way.
        ({"anyOf": [TEXT, NULL]}, "str", "a", "word=a"),
        ({"anyOf": [array(TEXT), NULL]}, "list[str]", ["a", "b"], "word=a&word=b"),
        ({"anyOf": [DATE, NULL]}, "date", MOMENT.date(), "word=2026-11-28"),
        (
            {"anyOf": [{**TEXT, "format": "date-time"}, NULL]},
            "datetime",
            MOMENT,
            "word=2026-11-28T10%3A00%3A00Z",
        ),
        ({"anyOf": [ref("Grade"), NULL]}, "Grade", "fine", "word=fine"),
        ({"type": ["array", "null"], "items": TEXT}, "list[str]", ["a", "b"], "word=a&word=b"),
        ({"anyOf": [INTEGER, TEXT]}, "int | str", "015", "word=015"),
        ({"oneOf": [TEXT, array(TEXT)]}, "list[str] | str", ["a", "b"], "word=a&word=b"),
        (array({"anyOf": [INTEGER, TEXT]}), "list[int | str]", ["a", 1], "word=a&word=1"),
        ({"const": "a"}, 'Literal["a"]', "a", "word=a"),
    ],
)
def test_a_query_parameter_of_a_choice_is_written_as_its_value(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    schema: Any,
    written: str,
    value: Any,
    sent: str,
) -> None:
    content = document(TEXT)
    content["paths"]["/things"]["get"] = {
        "parameters": [query("word", schema)],
        "responses": response_of(array(obj(id=TEXT))),
    }
    package = Package(tmp_path, content)
    assert f"\n        word: {written} = UNSET\n" in package.files["thing.py"]

    monkeypatch.syspath_prepend(str(tmp_path))
    transport = HandlerTransport(lambda request: json_response([]))
    package.client(transport=transport).things.list(word=value)
    assert transport.requests[0].url == f"https://api.desk.example/things?{sent}"
