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
from restmap import UNSET, Params, Resource, Response, param
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


def test_the_tables_are_found() -> None:
    assert len(BY_TYPE) >= 16
    assert len(BY_NAME) == 15


@pytest.mark.parametrize(("kind", "value", "form", "wire"), BY_TYPE)
def test_serializer_by_type(kind: str, value: str, form: str, wire: str) -> None:
    check(form, wire, bodies(eval(kind, NAMES), eval(value, NAMES)))  # noqa: S307


@pytest.mark.parametrize(("serializer", "value", "form", "wire"), BY_NAME)
def test_serializer_by_name(serializer: str, value: str, form: str, wire: str) -> None:
    check(form, wire, bodies(Any, eval(value, NAMES), eval(serializer, NAMES)))  # noqa: S307
