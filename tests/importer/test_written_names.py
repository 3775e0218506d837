"""Names in written modules: none stands for two things where a type checker or a reader looks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .desk import TEXT, in_path, query, response_of, sends, text_of
from .shed import imported_paths, object_of

DATE = {"type": "string", "format": "date"}
TIME = {"type": "string", "format": "date-time"}
IDENTIFIER = {"type": "string", "format": "uuid"}


def modules(folder: Path) -> Iterator[ast.Module]:
    for path in sorted((folder / "made").rglob("*.py")):
        yield ast.parse(path.read_text())


def imported_names(module: ast.Module) -> list[str]:
    """The names that a module imports, once for each time."""
    return [
        alias.asname or alias.name
        for each in module.body
        if isinstance(each, ast.ImportFrom)
        for alias in each.names
    ]


def names_of_types_that_members_hide(module: ast.Module) -> set[str]:
    """The names in annotations of members that another member of the same class has."""
    hidden: set[str] = set()
    for kind in (each for each in ast.walk(module) if isinstance(each, ast.ClassDef)):
        members = [each for each in kind.body if isinstance(each, ast.AnnAssign)]
        for each in members:
            names = {node.id for node in ast.walk(each.annotation) if isinstance(node, ast.Name)}
            hidden |= names & {
                other.target.id
                for other in members
                if other is not each and isinstance(other.target, ast.Name)
            }
    return hidden


@pytest.mark.parametrize(
    ("name", "schema"), [("date", DATE), ("datetime", TIME), ("uuid", IDENTIFIER), ("int", TEXT)]
)
def test_a_parameter_or_field_may_have_the_name_of_a_type(
    tmp_path: Path, name: str, schema: Any
) -> None:
    other = schema if name != "int" else {"type": "integer"}
    parameters = [in_path("id"), query(name, schema), query(f"from_{name}", other)]
    record = object_of(id=TEXT, **{name: schema, f"last_{name}": other})
    get = {"parameters": parameters, "responses": response_of(record)}

    report = imported_paths(tmp_path, {"/loans/{id}": {"get": get}})

    assert report.problems == []
    for module in modules(tmp_path):
        assert names_of_types_that_members_hide(module) == set()


def test_no_module_imports_two_classes_of_one_name(tmp_path: Path) -> None:
    body = object_of(unit=TEXT, zone=TEXT)
    post = {
        "requestBody": sends("application/json", body),
        "responses": response_of(object_of(unit=TEXT, zone=TEXT, order=TEXT)),
    }
    places = (
        "/counts/all",
        "/counts/rooms",
        "/counts/rooms/all",
        "/counts/tools/all",
        "/counts/tools",
    )

    report = imported_paths(tmp_path, {path: {"post": post} for path in places})

    assert report.problems == []
    for module in modules(tmp_path):
        names = imported_names(module)
        assert len(names) == len(set(names))


def test_a_body_of_a_head_is_reported(tmp_path: Path) -> None:
    operation = {
        "parameters": [in_path("id")],
        "requestBody": sends("application/json", object_of(filter=TEXT)),
        "responses": {"200": {"description": ""}},
    }

    report = imported_paths(tmp_path, {"/tools/{id}": {"head": operation}})

    assert report.problems == ["HEAD /tools/{id}: a HEAD request has no body"]


def test_a_get_has_the_body_that_the_document_requires(tmp_path: Path) -> None:
    operation = {
        "parameters": [in_path("id"), query("deep", TEXT)],
        "requestBody": sends("application/json", object_of(filter=TEXT)),
        "responses": response_of(object_of(id=TEXT)),
    }
    whole = {
        **operation,
        "requestBody": sends("application/json", {"type": "array", "items": TEXT}),
        "parameters": [in_path("id")],
        "responses": {"204": {"description": ""}},
    }

    report = imported_paths(
        tmp_path, {"/tools/{id}": {"get": operation}, "/tools/{id}/count": {"get": whole}}
    )

    assert (report.problems, report.remarks) == ([], [])
    text = text_of(tmp_path, "tool.py")
    assert (
        '    class Fetch(Params, body="json"):\n'
        '        deep: str = param(location="query", default=UNSET)\n'
        "        filter: str = UNSET\n"
    ) in text
    assert 'method="GET", uri="/count", body="json"):\n        body: list[str] = param(' in text


def test_a_delete_has_its_parameters_in_the_body_that_the_document_has(tmp_path: Path) -> None:
    operation = {
        "parameters": [in_path("id"), query("deep", TEXT)],
        "requestBody": sends("application/json", object_of(reason=TEXT)),
        "responses": {"204": {"description": ""}},
    }

    report = imported_paths(tmp_path, {"/tools/{id}": {"delete": operation}})

    assert report.problems == []
    assert (
        '    class Delete(Params, body="json"):\n'
        '        deep: str = param(location="query", default=UNSET)\n'
        "        reason: str = UNSET\n"
    ) in text_of(tmp_path, "tool.py")


def test_an_optional_body_of_a_get_is_noted(tmp_path: Path) -> None:
    operation = {
        "parameters": [in_path("id")],
        "requestBody": {"content": {"application/json": {"schema": object_of(filter=TEXT)}}},
        "responses": response_of(object_of(id=TEXT)),
    }

    report = imported_paths(tmp_path, {"/tools/{id}": {"get": operation}})

    assert report.remarks == [
        "GET /tools/{id}: its optional request body is not declared, since a GET request usually "
        "has none; client.request(…, json=…) sends one"
    ]
    assert "filter" not in text_of(tmp_path, "tool.py")
