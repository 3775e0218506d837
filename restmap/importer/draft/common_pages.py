"""The page types of restmap, each recognised by the parameters and the response together.

A page type is chosen only where the operation has the parameters that it sends, and the response
has the members that it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...declare.names import snake_case
from ..read.documents import Document
from ..read.nodes import Schema
from ..read.operations import DocumentOperation
from .page_types import PARAMETER_OBJECTS, Argument, Arguments, ListResponse, PageChoice, find_page
from .results import FoundRecords, Result
from .schemas import kinds_of

_SIZES = (
    *("per_page", "page_size", "limit", "page_limit", "max_results", "max_items", "size", "count"),
    *("results_per_page", "items_per_page", "max_page_size", "page_length", "first", "top", "max"),
    *("pagination_limit", "take"),
)
_NUMBERS = ("page", "page_number", "current_page", "page_no", "page_num", "p", "page_index")
_OFFSETS = ("offset", "skip", "start", "start_at", "start_index", "from", "page_offset")
_TOKENS = (
    *("cursor", "page_token", "next_token", "next_page_token", "continuation_token", "continue"),
    *("page_cursor", "next_cursor", "marker", "after", "starting_after", "offset", "token"),
    *("scroll_id", "bookmark", "start", "pagination_token", "page_state", "start_key", "next"),
    *("next_marker", "continuation", "cursor_token", "start_cursor", "position", "page"),
    *("pagination_cursor", "next_page", "next_page_cursor", "after_cursor", "last_key"),
)
_LAST_IDS = ("starting_after", "after", "after_id", "since_id", "last_id", "start_after", "cursor")
_FLAGS = ("has_more", "has_next", "has_next_page", "more", "has_more_items", "has_more_results")
_TOTALS = (
    *("total", "total_count", "total_results", "total_items", "total_records", "total_size"),
    *("total_elements", "total_number", "total_matches"),
)
_PAGE_COUNTS = ("total_pages", "pages", "page_count", "pages_total", "last_page", "num_pages")
# Objects in a response body that say something about the page.
_HOLDERS = frozenset(
    {"meta", "metadata", "pagination", "paging", "page", "pages", "page_info", "links", "cursors"}
    | {"response_metadata", "cursor", "paginator", "list_metadata", "next_page", "paging_info"}
    | {"page_metadata", "next", "prev", "previous", "result_info"}
)
_SOME_NEXT = re.compile(
    r"next|.*_?next_?(cursor|token|marker|page_token|page|offset|key|page_cursor|start|link_token)"
    r"|end_cursor|continuation_?(token)?|after|.*next_page_token|next_after|cursor_next"
)


def _plain(name: str) -> str:
    """The name of a parameter or a member, as the tables above have it.

    >>> _plain("pageSize"), _plain("$top"), _plain("page[number]")
    ('page_size', 'top', 'page_number')
    """
    return re.sub(r"[^a-z0-9]+", "_", snake_case(name.replace(".", "_")).lower()).strip("_")


def _kinds(schema: Schema) -> set[str]:
    kinds = set(kinds_of(schema)[0])
    for each in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        kinds |= set(kinds_of(each)[0])
    return kinds


def _is_number(schema: Schema) -> bool:
    return not _kinds(schema) or bool(_kinds(schema) & {"integer", "number"})


def _is_text(schema: Schema) -> bool:
    return not _kinds(schema) or "string" in _kinds(schema)


def _named(names: Sequence[str], given: Iterable[str]) -> Iterator[str]:
    """The given names that stand for one of some names, in the order of these."""
    by_plain: dict[str, str] = {}
    for each in given:
        outer, dot, inner = each.partition(".")
        by_plain.setdefault(_plain(inner if dot and outer in PARAMETER_OBJECTS else each), each)
    yield from (by_plain[name] for name in names if name in by_plain)


def _members(response: ListResponse) -> Mapping[str, Schema]:
    """The members of the body that say something about the page, by dotted path."""
    around = response.array.rpartition(".")[0]
    return {
        path: schema
        for path, schema in response.scalars.items()
        if all(
            _plain(step) in _HOLDERS or f"{around}.".startswith(f"{step}.")
            for step in path.split(".")[:-1]
        )
    }


def _last(path: str) -> str:
    return _plain(path.rpartition(".")[2])


def _member(response: ListResponse, names: Sequence[str], kind: str) -> str | None:
    """The path of a member of the body by its name: one of a kind of JSON values."""
    members = {
        path: schema
        for path, schema in _members(response).items()
        if not _kinds(schema) or kind in _kinds(schema)
    }
    for name in names:
        for path in members:
            if _last(path) == name or _plain(path) == name:
                return path
    return None


def _size(response: ListResponse) -> dict[str, Argument]:
    """The arguments for the parameter of the page size, and its maximum."""
    for name in _named(_SIZES, response.query):
        schema = response.query[name]
        if not _is_number(schema):
            continue
        maximum = schema.get("maximum")
        given: dict[str, Argument] = {"page_size": name}
        if isinstance(maximum, int | float) and maximum >= 1:
            given["max_page_size"] = int(maximum)
        return given
    return {"page_size": None}


# -- page types, in the order in which they are tried --------------------------------------------


def _recognise_scim(response: ListResponse) -> Arguments | None:
    is_scim = response.array == "Resources" and {"startIndex", "count"} <= response.query.keys()
    return Arguments() if is_scim else None


def _recognise_link_header(response: ListResponse) -> Arguments | None:
    if "link" not in response.headers:
        return None
    return Arguments((response.array or None,), _size(response))


def _recognise_link(response: ListResponse) -> Arguments | None:
    for path, schema in _members(response).items():
        if _is_text(schema) and _is_next_link(path, schema, response):
            previous = next((e for e in _members(response) if _is_previous(e, path)), None)
            links: dict[str, Argument] = {"next_link": path}
            if previous is not None:
                links["previous_link"] = previous
            return Arguments((response.array or None,), {**links, **_size(response)})
    return None


_LINK_NAMES = re.compile(
    r"(.*_)?next_?(page_?)?(url|uri|link|href|path)|odata_next_?link|next_results"
)


def _is_next_link(path: str, schema: Schema, response: ListResponse) -> bool:
    """Whether a member of the body is the URL of the next page."""
    steps = [_plain(each) for each in path.split(".")]
    last, outer = steps[-1], steps[-2] if len(steps) > 1 else ""
    if _LINK_NAMES.fullmatch(last) or (
        last in ("href", "url", "uri") and outer in ("next", "next_page")
    ):
        return True
    if last != "next":
        return False
    text = f"{schema.get('description', '')} {schema.get('example', '')}"
    says_url = re.search(r"\bURL|\burl\b|\bURI\b|\b[Ll]ink\b|https?:|href", text) is not None
    is_url = schema.get("format") in ("uri", "url", "uri-reference") or says_url
    return is_url or outer in ("links",)


def _is_previous(path: str, following: str) -> bool:
    before = re.sub(r"next", "prev", _plain(following))
    return _plain(path) in (before, before.replace("prev", "previous"))


def _recognise_token(response: ListResponse) -> Arguments | None:
    members = {
        path: schema
        for path, schema in _members(response).items()
        if not _kinds(schema) or _kinds(schema) & {"string", "integer"}
    }
    for name in _named(_TOKENS, response.query):
        plain = _plain(name)
        choices = [f"next_{plain}", plain, f"next_{plain}_token", f"{plain}_next"]
        exact = _first(members, choices)
        path = exact or next((each for each in members if _SOME_NEXT.fullmatch(_last(each))), None)
        if path is None or (path == exact and _is_echo(response, name, path)):
            continue
        # A number is a token only if the response names the next one.
        is_number = bool(_kinds(response.query[name]) & {"integer", "number"})
        if is_number and not (_last(path).startswith("next") and _is_number(members[path])):
            continue
        named: dict[str, Argument] = {"token": path, "parameter": name}
        return Arguments((response.array or None,), {**named, **_size_beside(response, name)})
    return None


def _first(members: Iterable[str], names: Sequence[str]) -> str | None:
    paths = list(members)
    return next((path for name in names for path in paths if _last(path) == name), None)


def _is_echo(response: ListResponse, parameter: str, path: str) -> bool:
    """Whether a member only repeats the parameter of the request, as `start` or `page` do."""
    is_same = _last(path) == _plain(parameter) and not _plain(path).startswith("next")
    return is_same and _plain(parameter) in ("offset", "start", "page", "position", "next_page")


def _size_beside(response: ListResponse, parameter: str) -> dict[str, Argument]:
    size = _size(response)
    return {"page_size": None} if size["page_size"] == parameter else size


def _recognise_cursor(response: ListResponse) -> Arguments | None:
    """The id of the last record as the cursor, beside a flag in the response."""
    flag = _member(response, _FLAGS, "boolean")
    for name in _named(_LAST_IDS, response.query):
        if flag is not None and response.array and _is_text(response.query[name]):
            named: dict[str, Argument] = {"parameter": name, "has_more": flag}
            positional = () if response.array == "data" else (response.array,)
            return Arguments(positional, {**named, **_size_beside(response, name)})
    return None


def _recognise_number(response: ListResponse) -> Arguments | None:
    for name in _named(_NUMBERS, response.query):
        schema = response.query[name]
        if not _is_number(schema):
            continue
        named: dict[str, Argument] = {"parameter": name}
        if schema.get("minimum") == 0 or schema.get("default") == 0:
            named["first"] = 0
        pages = _member(response, _PAGE_COUNTS, "integer")
        if pages is not None:
            named["pages"] = pages
        return Arguments((response.array or None,), {**named, **_size_beside(response, name)})
    return None


def _recognise_offset(response: ListResponse) -> Arguments | None:
    for name in _named(_OFFSETS, response.query):
        schema = response.query[name]
        if not (_kinds(schema) & {"integer", "number"}):
            continue
        named: dict[str, Argument] = {"parameter": name}
        if schema.get("minimum") == 1 or schema.get("default") == 1:
            named["first"] = 1
        total = _member(response, _TOTALS, "integer")
        if total is not None:
            named["total"] = total
        return Arguments((response.array or None,), {**named, **_size_beside(response, name)})
    return None


_PAGED = re.compile(
    r"(.*_)?(page|offset|skip|cursor|page_token|marker|after|before|starting_after|ending_before"
    r"|has_more|next|next_.*|limit|per_page|page_size|continue|max_results|scroll_id)"
)


def _recognise_array(response: ListResponse) -> Arguments | None:
    """A list without further pages: nothing in the operation speaks of pages."""
    names = [*map(_plain, response.query), *map(_last, _members(response))]
    if any(map(_PAGED.fullmatch, names)):
        return None
    return Arguments((response.array or None,))


def is_paged(document: Document, operation: DocumentOperation, result: Result) -> bool:
    """Whether a response is certainly a page of a list."""
    found = FoundRecords(result.path, result.schema)
    match = find_page(document, operation, COMMON_PAGES, found)
    return match is not None and match.is_sure and bool(match.hidden)


COMMON_PAGES: Sequence[PageChoice] = (
    PageChoice("restmap:ScimPage", _recognise_scim, frozenset({"startIndex", "count"})),
    PageChoice("restmap:LinkHeaderPage", _recognise_link_header),
    PageChoice("restmap:LinkPage", _recognise_link),
    PageChoice("restmap:TokenPage", _recognise_token),
    PageChoice("restmap:CursorPage", _recognise_cursor),
    PageChoice("restmap:OffsetPage", _recognise_offset),
    PageChoice("restmap:NumberPage", _recognise_number),
    PageChoice("restmap:ArrayPage", _recognise_array),
)
