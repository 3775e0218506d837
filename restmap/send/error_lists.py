"""Reads the errors that an error body lists, whatever their shape.

"The title is missing."
{"field": "title", "code": "missing"}
{"loc": ["body", "title"], "msg": "field required"}
{"source": {"pointer": "/data/attributes/title"}, "detail": "is missing"}
{"title": ["is missing", "is too short"], "address": {"city": ["is missing"]}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

import attrs

from ..declare.json_text import json_text


@attrs.frozen
class Problem:
    """One error of a list. where: the field or parameter that it is about. what: its message."""

    where: str
    what: str

    @property
    def text(self) -> str:
        """Both, as a message shows them."""
        return ": ".join(filter(None, (self.where, self.what)))


# The names of the message in the object of an error, the best first.
_MESSAGES = ("detail", "message", "msg", "title", "reason", "description", "error", "code")
# Those that tell the object of an error from one of errors by field.
_CLEAR_MESSAGES = ("message", "msg", "detail", "reason")
# The names of the field that an error is about.
_PLACES = ("loc", "field", "pointer", "parameter", "path", "propertyPath", "attribute", "name")

# Errors that are nested deeper are not read.
_MAX_DEPTH = 8


def find_problems(errors: Any, where: str = "", depth: int = 0) -> Iterator[Problem]:
    """The errors in a list, or in an object of errors by field.

    >>> [each.text for each in find_problems({"title": ["is missing"], "tags": ["is too long"]})]
    ['title: is missing', 'tags: is too long']
    """
    if depth > _MAX_DEPTH:
        return
    if isinstance(errors, dict):
        for name, each in cast("dict[str, Any]", errors).items():
            place = f"{where}.{name}" if where else name
            yield from _problems_of_field(each, place, depth + 1)
    elif isinstance(errors, list):
        for each in cast("list[Any]", errors):
            yield from _problems_of_item(each, where, depth + 1)
    elif errors is not None and errors != "":
        yield Problem(where, errors if isinstance(errors, str) else json_text(errors))


def _problems_of_field(value: Any, where: str, depth: int) -> Iterator[Problem]:
    if isinstance(value, dict) and first_text(cast("dict[str, Any]", value), _CLEAR_MESSAGES):
        yield _problem(cast("dict[str, Any]", value), where)
    else:
        yield from find_problems(value, where, depth)


def _problems_of_item(value: Any, where: str, depth: int) -> Iterator[Problem]:
    if isinstance(value, dict):
        problem = _problem(cast("dict[str, Any]", value), where)
        if problem.text != where:
            yield problem
            return
    yield from find_problems(value, where, depth)


def _problem(error: Mapping[str, Any], where: str) -> Problem:
    """The error of one object."""
    source: Any = error.get("source")  # of JSON:API
    place = _place(cast("dict[str, Any]", source) if isinstance(source, dict) else error)
    return Problem(".".join(filter(None, (where, place))), first_text(error, _MESSAGES))


def _place(error: Mapping[str, Any]) -> str:
    for name in _PLACES:
        value = error.get(name)
        if isinstance(value, list):
            return ".".join(map(str, cast("list[Any]", value)))
        if isinstance(value, str) and value:
            return value
    return ""


def first_text(fields: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of several members that is a text with something in it, or a number."""
    found = (fields.get(name) for name in names)
    return next((str(each) for each in found if each and isinstance(each, str | int | float)), "")
