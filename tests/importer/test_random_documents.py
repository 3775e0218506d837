"""Random documents: each operation is declared or left out with a reason, and nothing is code."""

from __future__ import annotations

import keyword
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from restmap.importer.draft.naming import PlainNaming
from restmap.importer.write.allowed_code import check_allowed

from .desk import imported, in_path
from .test_hostile import TEXTS, written

NAMES = st.sampled_from(
    [
        *("id", "name", "items", "data", "limit", "page", "cursor", "next", "tool", "tools"),
        *(
            "list",
            "fetch",
            "create",
            "update",
            "delete",
            "stream",
            "get",
            "client",
            "self",
            "param",
        ),
        *(
            "__init__",
            "__class__",
            "_plan",
            "Params",
            "Model",
            "Key",
            "List",
            "Any",
            "UNSET",
            "None",
        ),
        *(
            "import",
            "lambda",
            "type",
            "date",
            "str",
            "a-b",
            "a b",
            "1st",
            "ä",
            "ﬁ",
            "\u202e",
            "x\ny",
        ),
        *("'", '"', '"""', "\\", "\\'", "{}", "#", "$ref", "%00", "../..", "x" * 300),
        *keyword.softkwlist,
    ]
)
SCALARS = st.sampled_from(
    [
        *({"type": kind} for kind in ("string", "integer", "number", "boolean", "object", "array")),
        *({"type": "string", "format": each} for each in ("date", "date-time", "uuid", "binary")),
        {"type": "integer", "format": "unixtime"},
        {"enum": ["a", 1, None]},
        {},
        True,
        {"$ref": "#/components/schemas/Part"},
        {"$ref": "#/components/schemas/Nowhere"},
    ]
)
SCHEMAS: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        inner.map(lambda items: {"type": "array", "items": items}),
        inner.map(lambda each: {"anyOf": [each, {"type": "null"}]}),
        inner.map(lambda each: {"additionalProperties": each}),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"oneOf": parts}),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"allOf": parts}),
        st.dictionaries(NAMES, inner, max_size=4).map(
            lambda members: {"type": "object", "properties": members, "required": [*members][:2]}
        ),
    ),
    max_leaves=6,
)
MEDIA_TYPES = st.sampled_from(
    [
        *("application/json", "application/x-www-form-urlencoded", "multipart/form-data"),
        *("application/octet-stream", "text/plain", "application/vnd.a+json", "*/*"),
    ]
)
CONTENT = st.dictionaries(MEDIA_TYPES, SCHEMAS.map(lambda each: {"schema": each}), max_size=2)
TEXT = st.sampled_from(TEXTS)
PARAMETERS = st.builds(
    lambda name, place, schema, required, text: {
        "name": name, "in": place, "schema": schema, "required": required, "description": text,
    },
    NAMES, st.sampled_from(["query", "header", "cookie"]), SCHEMAS, st.booleans(), TEXT,
)  # fmt: skip
OPERATIONS = st.builds(
    lambda id_, text, parameters, body, status, content: {
        **({"operationId": id_} if id_ else {}),
        "summary": text,
        "parameters": parameters,
        **({"requestBody": {"content": body}} if body else {}),
        "responses": {status: {"description": text, "content": content}},
    },
    st.one_of(st.just(""), NAMES, st.builds("{}_{}".format, NAMES, NAMES)),
    TEXT,
    st.lists(PARAMETERS, max_size=3),
    CONTENT,
    st.sampled_from(["200", "201", "204", "302", "2XX", "default", "404"]),
    CONTENT,
)
METHODS = st.sampled_from(["get", "post", "put", "patch", "delete", "head", "options", "trace"])
SEGMENTS = st.lists(
    st.one_of(NAMES, st.sampled_from(["{id}", "{tool}", "{id}.json", "v1", ""])),
    min_size=1,
    max_size=4,
)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for segments in draw(st.lists(SEGMENTS, min_size=1, max_size=4)):
        item: dict[str, Any] = draw(st.dictionaries(METHODS, OPERATIONS, min_size=1, max_size=3))
        keys = [each for each in ("id", "tool") if f"{{{each}}}" in "/".join(segments)]
        paths["/" + "/".join(segments)] = {**item, "parameters": [*map(in_path, keys)]}
    return {
        "openapi": draw(st.sampled_from(["3.0.3", "3.1.0"])),
        "info": {"title": draw(st.one_of(st.just("Shed"), TEXT)), "version": "1"},
        "servers": [{"url": draw(st.sampled_from(["https://api.shed.example", "/v1", ""]))}],
        "components": {
            "schemas": {"Part": draw(SCHEMAS)},
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": draw(NAMES)}},
        },
        "security": [{"key": []}],
        "paths": paths,
    }


def number_of_operations(content: dict[str, Any]) -> int:
    return sum(len(item) - ("parameters" in item) for item in content["paths"].values())


@given(documents())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_random_document_becomes_declarations_and_reasons(content: dict[str, Any]) -> None:
    inventory, files = written(content)

    check_allowed(files, "made", PlainNaming().sources())
    assert len(inventory.operations) == number_of_operations(content)
    assert len(inventory.problems) == len(inventory.left_out)
    assert all(each.partition(": ")[2] for each in inventory.problems)


@given(documents())
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_random_document_is_loaded_but_for_what_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: dict[str, Any]
) -> None:
    monkeypatch.chdir(tmp_path)
    report = imported(tmp_path, content)

    assert report.operations == number_of_operations(content)
    assert report.declared + len(report.problems) == report.operations
    assert not [*tmp_path.rglob("PWNED")]


def test_a_part_of_a_path_may_have_a_name_that_clients_use_themselves() -> None:
    done = {"responses": {"200": {"description": ""}}}
    _, files = written(
        {
            "openapi": "3.1.0",
            "info": {"title": "Shed", "version": "1"},
            "paths": {"/id": {"get": done}, "/client/id": {"get": done, "post": done}},
        }
    )
    assert "    client_ = handle(ClientResource)\n" in files["client.py"]


@pytest.mark.parametrize("path", ["/v1/", "/v1/#a", "/api/v1/?a=b", "/"])
def test_a_path_may_be_that_of_the_version_alone(path: str) -> None:
    inventory, files = written(
        {
            "openapi": "3.1.0",
            "info": {"title": "Shed", "version": "1"},
            "paths": {path: {"get": {"responses": {"200": {"description": ""}}}}},
        }
    )
    assert inventory.problems == []
    assert any('uri="/' in each for each in files.values())
