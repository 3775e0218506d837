"""Names in written modules: none stands for two things where a type checker or a reader looks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .desk import TEXT, in_path, query, response_of, sends
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


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_body_where_the_method_has_none_is_reported(tmp_path: Path, method: str) -> None:
    operation = {
        "parameters": [in_path("id")],
        "requestBody": sends("application/json", object_of(filter=TEXT)),
        "responses": response_of(object_of(id=TEXT))
        if method == "get"
        else {"200": {"description": ""}},
    }

    report = imported_paths(tmp_path, {"/tools/{id}": {method: operation}})

    assert report.problems == [
        f"{method.upper()} /tools/{{id}}: a {method.upper()} request has no body"
    ]
