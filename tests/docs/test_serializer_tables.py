"""The tables of serializers: every row is sent, in a form and in JSON."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote_plus

import attrs
import pytest

import restmap
from restmap import UNSET, Params, Request, Resource, Response, param
from restmap.sandbox.decode import read_arguments, split_request
from tests.support import Served

PAGE = Path(__file__).resolve().parents[2] / "docs" / "parameters.md"


class Colour(Enum):
    RED = "red"


@attrs.frozen
class Address:
    street: str


NAMES: dict[str, Any] = {
    **{name: getattr(restmap, name) for name in restmap.__all__},
    **{each.__name__: each for each in (date, datetime, Decimal, Colour, Address)},
    "Any": Any,
    "Literal": Literal,
    "timedelta": timedelta,
    "CET": timezone(timedelta(hours=1)),
}


def rows(heading: str) -> list[tuple[str, str, str, str]]:
    """The cells of a table, below a heading."""
    section = PAGE.read_text().partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]
    return [tuple(map(plain, each)) for each in cells]  # type: ignore[misc]


def plain(cell: str) -> str:
    """The code in a cell, as a reader sees it."""
    found = re.search("`([^`]*)`", cell)
    return found[1].replace("\\|", "|") if found else ""


def bodies(declared: Any, value: Any, serializer: Any = None) -> list[str]:
    """The bodies that a value makes, as a form and in JSON."""
    sent: list[str] = []
    for encoding in ("form", "json"):

        class Thing(Resource, uri="/things/{id}", body=encoding):
            id: str

            class Create(Params):
                p: declared = param(serializer, default=UNSET)  # type: ignore[valid-type]

        served = Served(Response(202))
        served.mount(Thing).create(p=value)
        sent.append((served.request.body or b"").decode())
    return sent


def check(form: str, wire: str, sent: list[str]) -> None:
    assert unquote_plus(sent[0]) == form
    if wire:
        assert json.loads(sent[1]) == {"p": json.loads(wire)}


BY_TYPE, BY_NAME = rows("Serializers by type"), rows("Serializers by name")


STYLES = [row for row in rows("Styles of lists and objects") if row[0].startswith("param(")]


def test_the_tables_are_found() -> None:
    assert len(STYLES) == 14
    assert len(BY_TYPE) >= 16
    assert len(BY_NAME) == 15


@pytest.mark.parametrize(("kind", "value", "form", "wire"), BY_TYPE)
def test_serializer_by_type(kind: str, value: str, form: str, wire: str) -> None:
    check(form, wire, bodies(eval(kind, NAMES), eval(value, NAMES)))  # noqa: S307


@pytest.mark.parametrize(("serializer", "value", "form", "wire"), BY_NAME)
def test_serializer_by_name(serializer: str, value: str, form: str, wire: str) -> None:
    check(form, wire, bodies(Any, eval(value, NAMES), eval(serializer, NAMES)))  # noqa: S307


@pytest.mark.parametrize(("declared", "value", "query"), [row[:3] for row in STYLES])
def test_style_in_a_query_a_form_and_the_sandbox(declared: str, value: str, query: str) -> None:
    given = eval(value, NAMES)  # noqa: S307
    kind = list[int] if isinstance(given, list) else dict[str, Any]
    options = f"default=UNSET, {declared.removeprefix('param(')}"

    class Thing(Resource, uri="/things/{id}"):
        id: int

        class Fetch(Params):
            p: kind = eval(f"param({options}", NAMES)  # type: ignore[valid-type] # noqa: S307

        class Create(Params, body="form"):
            p: kind = eval(f"param({options}", NAMES)  # type: ignore[valid-type] # noqa: S307

    served = Served(Response(202), Response(202))
    things = served.mount(Thing)
    things(1).fetch(p=given)
    things.create(p=given)
    fetched, created = served.requests
    assert unquote_plus(fetched.url.partition("?")[2]) == query
    assert unquote_plus((created.body or b"").decode()) == query
    for request in served.requests:
        assert_read_back(Thing, request, given)


def assert_read_back(resource: type[Resource], request: Request, given: Any) -> None:
    """The sandbox reads what was given; a form and a query have text in place of numbers."""
    operation = resource._plan.operations["create" if request.body else "fetch"]
    arguments = read_arguments(resource._plan, operation, split_request(request, operation))
    assert as_text(arguments["p"]) == as_text(given)


def as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_text(each) for key, each in value.items()}
    return [as_text(each) for each in value] if isinstance(value, list) else str(value)
