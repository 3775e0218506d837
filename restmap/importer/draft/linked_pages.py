"""How page types with links are recognised: in a header, in the body, or in an array of links."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from ...declare.json_paths import steps_of
from ..read.nodes import Schema
from .page_members import (
    PAGE_COUNTS,
    TOTALS,
    flag_arguments,
    last,
    may_be_text,
    member_named,
    page_members,
    plain,
    says_number,
    size_arguments,
    texts_of,
)
from .page_types import Argument, Arguments, ListResponse
from .token_names import STRONG, TOKENS


def recognise_link_header(response: ListResponse) -> Arguments | None:
    """Links in the header `Link`, which the document describes."""
    if "link" not in map(str.lower, response.headers):
        return None
    return Arguments((response.array or None,), size_arguments(response))


_SAYS_LINK = re.compile(r"\blink\b`?\W*(response )?(header|relation)", re.IGNORECASE)


def recognise_likely_link_header(response: ListResponse) -> Arguments | None:
    """Links in the header `Link`, which the document does not describe.

    The body is nothing but an array, so that the token that a parameter sends has come in a header;
    or the document says so of a parameter. Without the header the list is one page. A document that
    describes other headers of the response would describe this one.
    """
    for name, schema in response.query.items():
        is_token = plain(name) in TOKENS and may_be_text(schema)
        is_alone = plain(name) in STRONG and not response.array and not response.headers
        if is_token and (is_alone or _SAYS_LINK.search(texts_of(schema))):
            return Arguments((response.array or None,), size_arguments(response))
    return None


def recognise_link(response: ListResponse) -> Arguments | None:
    """The URL of the next page in the response body."""
    return _recognise_link(response, _is_next_link)


def recognise_likely_link(response: ListResponse) -> Arguments | None:
    """A member `next` of which nothing says what it is, where there is no other way to go on.

    There is a member for the previous page, no parameter that takes a token, and nothing counts.
    """
    has_token = any(
        plain(name) in TOKENS and not says_number(schema) for name, schema in response.query.items()
    )
    has_count = member_named(response, (*TOTALS, *PAGE_COUNTS), "integer") is not None
    has_previous = any(last(each) in ("prev", "previous") for each in page_members(response))
    if has_token or has_count or flag_arguments(response) or not has_previous:
        return None
    return _recognise_link(response, lambda path, _: last(path) == "next")


def _recognise_link(
    response: ListResponse, is_link: Callable[[str, Schema], bool]
) -> Arguments | None:
    members = page_members(response)
    for path, schema in members.items():
        if may_be_text(schema) and is_link(path, schema):
            previous = next((each for each in members if _is_previous(each, path)), None)
            links: dict[str, Argument] = {"next_link": path}
            if previous is not None:
                links["previous_link"] = previous
            return Arguments((response.array or None,), {**links, **size_arguments(response)})
    return None


_LINK_NAMES = re.compile(
    r"(.*_)?next_?(page_?|set_?)?(url|uri|link|href|path)|odata_next_?link|next_results"
)
_SAYS_URL = re.compile(r"\bURLs?\b|\burl\b|\bURI\b|\b[Ll]ink\b|https?:|href")


def _is_next_link(path: str, schema: Schema) -> bool:
    """Whether a member of the body is the URL of the next page."""
    steps = [plain(each) for each in steps_of(path)]
    name, outer = steps[-1], steps[-2] if len(steps) > 1 else ""
    is_in_next = name in ("href", "url", "uri") and outer in ("next", "next_page")
    if _LINK_NAMES.fullmatch(name) or is_in_next:
        return True
    if name not in ("next", "next_page"):
        return False
    is_url = schema.get("format") in ("uri", "url", "uri-reference", "iri")
    return is_url or outer == "links" or _SAYS_URL.search(texts_of(schema)) is not None


def _is_previous(path: str, following: str) -> bool:
    before = re.sub(r"next", "prev", plain(following))
    return plain(path) in (before, before.replace("prev", "previous"))


_RELATIONS = ("rel", "relation", "name")
_TARGETS = ("href", "url", "uri", "link")


def recognise_link_list(response: ListResponse) -> Arguments | None:
    """An array of links, each with its relation, of which one may be `next`."""
    for name, schema in response.properties.items():
        members = cast("dict[str, Any]", schema.get("items", {}).get("properties", {}))
        relation = next((each for each in _RELATIONS if each in members), None)
        target = next((each for each in _TARGETS if each in members), None)
        if name == response.array or plain(name) != "links" or not relation or not target:
            continue
        size = size_arguments(response)
        told = " ".join(map(texts_of, (schema, schema["items"], members[relation])))
        may_be_next = "next" in members[relation].get("enum", ()) or re.search(r"\bnext\b", told)
        if may_be_next or size["page_size"] is not None:
            links: dict[str, Argument] = {"links": name, "relation": relation, "url": target}
            return Arguments((response.array or None,), {**links, **size})
    return None
