"""What an operation says of pages: the names of its parameters, and the members of its response."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ...declare.json_paths import steps_of
from ...declare.names import snake_case
from ..read.nodes import Schema
from .page_types import PARAMETER_OBJECTS, Argument, ListResponse
from .schemas import kinds_of

_SIZES = (
    *("per_page", "page_size", "limit", "page_limit", "max_results", "max_items", "size", "count"),
    *("results_per_page", "items_per_page", "max_page_size", "page_length", "first", "top", "max"),
    *("pagination_limit", "take", "max_keys", "num_results", "records_per_page", "max_records"),
    *("rows", "page_max", "per", "num", "max_size", "max_count"),
)
_FLAGS = (
    *("has_more", "has_next", "has_next_page", "more", "has_more_items", "has_more_results"),
    *("has_more_pages", "has_more_records", "has_more_data", "more_records", "more_results"),
    *("more_available", "is_truncated", "truncated", "has_additional_pages"),
)
_DONE_FLAGS = ("done", "is_last", "is_last_page", "last_page", "is_done", "finished")
TOTALS = (
    *("total", "total_count", "total_results", "total_items", "total_records", "total_size"),
    *("total_elements", "total_number", "total_matches", "total_entries", "total_hits"),
)
PAGE_COUNTS = (
    *("total_pages", "pages", "page_count", "pages_total", "last_page", "num_pages"),
    *("number_of_pages", "total_page_count", "page_total", "max_page"),
)
# Objects in a response body that say something about the page.
_HOLDERS = frozenset(
    {"meta", "metadata", "pagination", "paging", "page", "pages", "page_info", "links", "cursors"}
    | {"response_metadata", "cursor", "paginator", "list_metadata", "next_page", "paging_info"}
    | {"page_metadata", "next", "prev", "previous", "result_info", "list_meta", "page_meta"}
    | {"pagination_info", "pagination_metadata", "additional_data", "list_info", "page_details"}
    | {"navigation", "search_metadata", "result_metadata", "pagination_response", "page_context"}
)


def plain(name: str) -> str:
    """The name of a parameter or a member in small letters, with underscores between its words.

    >>> plain("pageSize"), plain("$top"), plain("page[number]")
    ('page_size', 'top', 'page_number')
    """
    return re.sub(r"[^a-z0-9]+", "_", snake_case(name.replace(".", "_")).lower()).strip("_")


def last(path: str) -> str:
    """The plain name of the last step of a dotted path."""
    return plain(steps_of(path)[-1])


def _squeezed(name: str) -> str:
    """A plain name without underscores, since some write `perpage`."""
    return name.replace("_", "")


def _kinds(schema: Schema) -> set[str]:
    kinds = set(kinds_of(schema)[0])
    for each in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        kinds |= set(kinds_of(each)[0])
    return kinds


def says_number(schema: Schema) -> bool:
    """Whether the document says that a value is a number."""
    return bool(_kinds(schema) & {"integer", "number"})


def may_be_number(schema: Schema) -> bool:
    """Whether a value may be a number."""
    return not _kinds(schema) or says_number(schema)


def may_be_text(schema: Schema) -> bool:
    """Whether a value may be text."""
    return not _kinds(schema) or "string" in _kinds(schema)


def is_moment(schema: Schema) -> bool:
    """Whether a value is a date or a time, by which lists are filtered."""
    return str(schema.get("format", "")).startswith(("date", "time", "unix"))


def texts_of(schema: Schema) -> str:
    """What a document says about a value in words, and its example."""
    return " ".join(str(schema.get(each, "")) for each in ("title", "description", "example"))


# -- parameters -----------------------------------------------------------------------------------


def parameters_named(names: Sequence[str], given: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The parameters that have one of some names, in the order of these: each name, and its wire
    name."""
    by_name: dict[str, str] = {}
    for each in given:
        outer, dot, inner = each.partition(".")
        name = plain(inner if dot and outer in PARAMETER_OBJECTS else each)
        by_name.setdefault(_squeezed(name), each)
    yield from ((name, by_name[_squeezed(name)]) for name in names if _squeezed(name) in by_name)


def size_arguments(response: ListResponse, other_than: str | None = None) -> dict[str, Argument]:
    """The arguments for the parameter of the page size, and its maximum.

    other_than: the wire name of a parameter with another meaning.
    """
    for _, name in parameters_named(_SIZES, response.query):
        schema = response.query[name]
        if name == other_than or not may_be_number(schema):
            continue
        maximum = _maximum(schema)
        return {"page_size": name, **({"max_page_size": maximum} if maximum else {})}
    return {"page_size": None}


def _maximum(schema: Schema) -> int | None:
    """The maximum of a page size; None if the schema has none that a page could have."""
    bounds = [schema.get("maximum"), *schema.get("enum", ())]
    below = schema.get("exclusiveMaximum")
    if isinstance(below, int | float) and not isinstance(below, bool):
        bounds.append(below - 1)
    numbers = [
        int(each) for each in bounds if isinstance(each, int | float) and not isinstance(each, bool)
    ]
    return max(numbers) if numbers and max(numbers) >= 1 else None


# -- members of the response ----------------------------------------------------------------------


def page_members(response: ListResponse) -> Mapping[str, Schema]:
    """The members of the body that say something about the page, by dotted path."""
    around = response.array.rpartition(".")[0]
    return {
        path: schema
        for path, schema in response.scalars.items()
        if all(
            plain(step) in _HOLDERS or f"{around}.".startswith(f"{step}.")
            for step in steps_of(path)[:-1]
        )
    }


def member_named(response: ListResponse, names: Collection[str], kind: str) -> str | None:
    """The path of the member of the body with one of some names, in the order of these.

    kind: the JSON type of its values.
    """
    members = [
        path
        for path, schema in page_members(response).items()
        if not _kinds(schema) or kind in _kinds(schema)
    ]
    for name in names:
        for path in members:
            if _squeezed(name) in (_squeezed(last(path)), _squeezed(plain(path))):
                return path
    return None


def flag_arguments(response: ListResponse) -> dict[str, Argument]:
    """The argument for the flag in the body that says whether more records follow."""
    flag = member_named(response, _FLAGS, "boolean")
    return {"has_more": flag} if flag is not None else {}


def done_arguments(response: ListResponse) -> dict[str, Argument]:
    """The argument for the flag in the body that says that no more records follow."""
    flag = member_named(response, _DONE_FLAGS, "boolean")
    return {"done": flag} if flag is not None else {}
