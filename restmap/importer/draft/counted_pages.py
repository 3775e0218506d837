"""How page types that count are recognised: pages with numbers, and pages by an offset."""

from __future__ import annotations

from ..read.nodes import Schema
from .page_members import (
    PAGE_COUNTS,
    TOTALS,
    flag_arguments,
    may_be_number,
    member_named,
    parameters_named,
    says_number,
    size_arguments,
)
from .page_types import Argument, Arguments, ListResponse

_NUMBERS = (
    *("page", "page_number", "current_page", "page_no", "page_num", "p", "page_index"),
    *("page_nr", "page_id"),
)
_OFFSETS = (
    "offset",
    "skip",
    "page_offset",
    "start_at",
    "start_index",
    "start_position",
    "record_index",
)
# These may be the beginning of a range as well.
_STARTS = ("start", "from")
_ENDS = ("end", "to", "until", "stop", "finish")


def recognise_scim(response: ListResponse) -> Arguments | None:
    """A SCIM list: https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2"""
    is_scim = response.array == "Resources" and {"startIndex", "count"} <= response.query.keys()
    return Arguments() if is_scim else None


def recognise_number(response: ListResponse) -> Arguments | None:
    """Pages with numbers, for which the operation has a parameter."""
    for _, name in parameters_named(_NUMBERS, response.query):
        schema = response.query[name]
        if not may_be_number(schema):
            continue
        named: dict[str, Argument] = {"parameter": name}
        if _first(schema) == 0:
            named["first"] = 0
        named |= flag_arguments(response) or _count(response, pages=PAGE_COUNTS, total=TOTALS)
        return Arguments((response.array or None,), {**named, **size_arguments(response, name)})
    return None


def recognise_offset(response: ListResponse) -> Arguments | None:
    """Pages by the offset of their first record, for which the operation has a parameter."""
    ends = list(parameters_named(_ENDS, response.query))
    names = _OFFSETS if ends else (*_OFFSETS, *_STARTS)
    for _, name in parameters_named(names, response.query):
        schema = response.query[name]
        if not says_number(schema) or schema.get("format") == "unix-time":
            continue
        named: dict[str, Argument] = {"parameter": name}
        if _first(schema) == 1:
            named["first"] = 1
        named |= flag_arguments(response) or _count(response, total=TOTALS)
        return Arguments((response.array or None,), {**named, **size_arguments(response, name)})
    return None


def _first(schema: Schema) -> object:
    """Where the count begins: with the default, else with the minimum."""
    return schema.get("default", schema.get("minimum"))


def _count(response: ListResponse, **names: tuple[str, ...]) -> dict[str, Argument]:
    """The argument for the first number in the body that says how many there are.

    names: those of the members, by the argument of the page type.
    """
    for argument, choices in names.items():
        path = member_named(response, choices, "integer") or member_named(
            response, choices, "number"
        )
        if path is not None:
            return {argument: path}
    return {}
