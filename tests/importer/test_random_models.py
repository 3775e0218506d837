"""Random schemas: what is written loads, reads an example of the schema, and sends it unchanged."""

from __future__ import annotations

import importlib
import itertools
import sys
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from restmap import HandlerTransport, as_written
from restmap.declare.inference import serializer_for
from restmap.importer.draft.clients import draft_client
from restmap.importer.draft.naming import PlainNaming
from restmap.importer.importing import draft_all
from restmap.importer.read.documents import Document
from restmap.importer.read.inventory import Inventory
from restmap.importer.write.allowed_code import check_allowed
from restmap.importer.write.api_modules import api_files
from tests.support import json_response

from .desk import response_of

Typed = tuple[dict[str, Any], Any]
"""A schema, and a value that fits it."""

COMPONENTS = "#/components/schemas/"

SCALARS: list[st.SearchStrategy[Typed]] = [
    st.tuples(st.just({"type": "string"}), st.text(max_size=5)),
    st.tuples(st.just({"type": "integer"}), st.integers(-9, 9)),
    st.tuples(st.just({"type": "number"}), st.floats(-9, 9, allow_subnormal=False)),
    st.tuples(st.just({"type": "boolean"}), st.booleans()),
    st.just(({"type": "string", "format": "date-time"}, "2026-11-24T10:00:00Z")),
    st.just(({"type": "string", "format": "date"}, "2026-11-24")),
    st.just(({"type": "string", "format": "uuid"}, "12345678-1234-5678-1234-567812345678")),
    st.just(({"type": "string", "enum": ["a", "b c"]}, "b c")),
    st.just(({"type": "string", "const": "one"}, "one")),
    st.just(({"type": "object"}, {"free": [1]})),
    st.just(({}, [None, {"a": 1}])),
]
NAMES = st.sampled_from(
    (
        *(
            "id",
            "firstName",
            "first_name",
            "a-b",
            "x.y",
            "twilio/text",
            "9",
            "ä",
            "_x",
            "__class__",
        ),
        *("class", "None", "date", "datetime", "str", "list", "self", "field", "Model", "name"),
        *("given", "cl", "converter"),
    )
)


@st.composite
def objects(draw: st.DrawFn, members: st.SearchStrategy[Typed]) -> Typed:
    properties = draw(st.dictionaries(NAMES, members, min_size=1, max_size=4))
    required = [name for name in properties if draw(st.booleans())]
    absent = {name for name in properties if name not in required and draw(st.booleans())}
    schema = {
        "type": "object",
        "required": required,
        "properties": {name: each for name, (each, _) in properties.items()},
    }
    return schema, {key: each for key, (_, each) in properties.items() if key not in absent}


@st.composite
def nullable(draw: st.DrawFn, inner: st.SearchStrategy[Typed]) -> Typed:
    schema, value = draw(inner)
    choices = ({"anyOf": [schema, {"type": "null"}]}, {"allOf": [schema], "nullable": True})
    return draw(st.sampled_from(choices)), draw(st.sampled_from([value, None]))


@st.composite
def composed(draw: st.DrawFn, inner: st.SearchStrategy[Typed]) -> Typed:
    schema, value = draw(inner)
    kind = draw(st.sampled_from(["array", "map", "union", "bases"]))
    if kind == "array":
        items = [value] * draw(st.integers(0, 2))
        return {"type": "array", "items": schema}, [] if value is None else items
    if kind == "map":
        values = {} if value is None else {"any key": value}
        return {"type": "object", "additionalProperties": schema}, values
    if kind == "union":
        other, _ = draw(inner)
        return {draw(st.sampled_from(["oneOf", "anyOf"])): [schema, other]}, value
    base = {"type": "object", "properties": {"base": {"type": "integer"}}}
    if not isinstance(value, dict) or "properties" not in schema:
        return {"allOf": [schema]}, value
    return {"allOf": [base, schema]}, {"base": 1, **value}


TYPED: st.SearchStrategy[Typed] = st.recursive(
    st.one_of(SCALARS),
    lambda inner: st.one_of(objects(inner), nullable(inner), composed(inner)),
    max_leaves=8,
)


def with_components(schema: Any, components: dict[str, Any]) -> Any:
    """A schema in which every other object is a component, with a name of an awkward kind."""
    if isinstance(schema, list):
        return [with_components(each, components) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: with_components(each, components) for key, each in schema.items()}
    if isinstance(schema.get("properties"), dict) and len(components) % 2 == 0:
        name = f"io.desk.{['list', 'Any', 'Model', 'a-b'][len(components) % 4]}"
        name = name if name not in components else f"{name}{len(components)}"
        components[name] = inner
        return {"$ref": COMPONENTS + name}
    return inner


COUNTER = itertools.count()


def written(folder: Path, schema: Any, components: Any) -> str:
    """Write the package for a thing with a value of this schema; returns the package's name."""
    package = f"random_{next(COUNTER)}"
    record = {"type": "object", "properties": {"id": {"type": "string"}, "value": schema}}
    content = {
        "openapi": "3.1.0",
        "info": {"title": "Desk", "version": "1"},
        "servers": [{"url": "https://api.desk.example/v1"}],
        "components": {"schemas": components},
        "paths": {"/thing": {"get": {"operationId": "getThing", "responses": response_of(record)}}},
    }
    naming = PlainNaming()
    inventory = Inventory.of([Document("desk", content)])
    versions = draft_all(inventory, naming, package)
    files = api_files(versions, naming, draft_client(inventory, naming, versions), package, 88)
    assert inventory.problems == []
    check_allowed(files, package, naming.sources())
    for path, text in files.items():
        (folder / package / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / package / path).write_text(text, encoding="utf-8")
    return package


@given(TYPED)
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_random_schema_is_read_and_sent(tmp_path: Path, typed: Typed) -> None:
    schema, value = typed
    components: dict[str, Any] = {}
    package = written(tmp_path, with_components(schema, components), components)
    sys.path.insert(0, str(tmp_path))
    importlib.invalidate_caches()
    try:
        client = importlib.import_module(f"{package}.client").Desk(
            transport=HandlerTransport(lambda request: json_response({"id": "t1", "value": value})),
            drift="error",
        )
        read = client.thing.fetch().value
        field = importlib.import_module(f"{package}.thing").Thing._plan.fields["value"]
        serializer = serializer_for(field.kind, as_written, field.spec.tagged_by)
    finally:
        sys.path.remove(str(tmp_path))

    assert serializer is not None
    assert (None if read is None else serializer(read)) == value
