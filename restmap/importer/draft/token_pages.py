"""How page types with a token are recognised: in the body, in a header, or the id of a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ...declare.json_paths import steps_of
from ..read.nodes import Schema
from .expressions import Name
from .page_members import (
    done_arguments,
    flag_arguments,
    is_moment,
    last,
    may_be_number,
    may_be_text,
    member_named,
    page_members,
    parameters_named,
    plain,
    says_number,
    size_arguments,
    texts_of,
)
from .page_types import Argument, Arguments, ListResponse
from .token_names import NEXT_HEADER, NEXT_MEMBER, STRONG, WEAK


def recognise_token(response: ListResponse) -> Arguments | None:
    """A token in the response body, for which the operation has a parameter."""
    members = {
        path: schema
        for path, schema in page_members(response).items()
        if may_be_text(schema) or says_number(schema)
    }
    for name, parameter in parameters_named([*STRONG, *WEAK], response.query):
        schema = response.query[parameter]
        path = _token_of(name, parameter, schema, members)
        if path is None or not _fit(schema, path, members[path]):
            continue
        if name in WEAK and is_moment(schema):
            continue
        named: dict[str, Argument] = {"token": path, "parameter": parameter}
        if response.is_in_json and says_number(schema):
            named["token_type"] = Name("int")
        size = size_arguments(response, parameter)
        named |= flag_arguments(response) or done_arguments(response)
        return Arguments((response.array or None,), {**named, **size})
    return None


def _token_of(
    name: str, parameter: str, schema: Schema, members: Mapping[str, Schema]
) -> str | None:
    """The member of the body that has the token for a parameter. name: that of the parameter."""
    if name in WEAK:
        found = [
            path
            for path in members
            if WEAK[name].fullmatch(plain(path)) or WEAK[name].fullmatch(last(path))
        ]
        return found[0] if found else None
    own = plain(parameter)
    exact = _first(members, [f"next_{own}", own, f"next_{own}_token", f"{own}_next", name])
    likely = (path for path in members if NEXT_MEMBER.fullmatch(last(path)))
    says_next = _SAYS_NEXT.search(texts_of(schema)) is not None
    tokens = (each for each in likely if _is_token(each, members[each], says_next))
    return exact or next(tokens, None)


def _first(members: Iterable[str], names: Sequence[str]) -> str | None:
    paths = list(members)
    return next((path for name in names for path in paths if last(path) == name), None)


_SAYS_TOKEN = re.compile(r"cursor|token|marker|bookmark|opaque", re.IGNORECASE)
_SAYS_NEXT = re.compile(r"[`'\"]next\b|\bmeta\b|\bpagination\b", re.IGNORECASE)
_IS_URL = re.compile(r"://|^/|\?")


def _is_token(path: str, schema: Schema, says_next: bool) -> bool:
    """Whether a member has a token; one that is called `next` alone may be a URL as well.

    says_next: whether the parameter says that its value comes from there.
    """
    *outer, name = map(plain, steps_of(path))
    example = str(schema.get("example") or "")
    if name != "next" or outer[-1:] in (["cursors"], ["cursor"]):
        return True
    if _IS_URL.search(example):
        return False
    is_told = _SAYS_TOKEN.search(texts_of(schema)) is not None or example != ""
    return is_told or (says_next and schema.get("format") is None and bool(outer))


def _fit(parameter: Schema, path: str, member: Schema) -> bool:
    """Whether a parameter takes the values of a member; a number only if it is the next one's."""
    if says_number(parameter):
        return last(path).startswith("next") and may_be_number(member)
    return may_be_text(parameter)


def recognise_header_token(response: ListResponse) -> Arguments | None:
    """A token in a header, which the document describes, and for which there is a parameter."""
    for header in response.headers:
        found = NEXT_HEADER.fullmatch(plain(header))
        if found is None:
            continue
        word = found["word"] or ""
        names = {"page": ["page", "page_number"], "offset": ["offset"]}.get(word, [word, *STRONG])
        for _, parameter in parameters_named(names, response.query):
            schema = response.query[parameter]
            if may_be_text(schema) or (says_number(schema) and word in ("page", "offset")):
                named: dict[str, Argument] = {"header": header, "parameter": parameter}
                size = size_arguments(response, parameter)
                return Arguments((response.array or None,), {**named, **size})
    return None


_LAST_IDS = ("starting_after", "after", "after_id", "since_id", "last_id", "start_after", "cursor")
_SAYS_LAST_ID = re.compile(r"\bids?\b.*\b(end|last)\b|\b(end|last)\b.*\bids?\b", re.IGNORECASE)
_IDENTITIES = ("id", "uuid", "gid", "sid", "guid", "_id")


def recognise_last_id(response: ListResponse) -> Arguments | None:
    """The id of the last record in the response body, beside a flag."""
    flag = flag_arguments(response)
    token = member_named(response, ("last_id",), "string")
    for _, parameter in parameters_named(_LAST_IDS, response.query):
        if flag and token is not None and _takes_id(response.query[parameter]):
            named: dict[str, Argument] = {"token": token, "parameter": parameter, **flag}
            size = size_arguments(response, parameter)
            return Arguments((response.array or None,), {**named, **size})
    return None


def recognise_cursor(response: ListResponse) -> Arguments | None:
    """The id of the last record as the cursor, beside a flag in the response."""
    flag = flag_arguments(response)
    for name, parameter in parameters_named(_LAST_IDS, response.query):
        key = _id_key(name, response.query[parameter], response)
        if (
            not flag
            or key is None
            or not response.array
            or not _takes_id(response.query[parameter])
        ):
            continue
        named: dict[str, Argument] = {"parameter": parameter, **flag, "id_key": key}
        positional = () if response.array == "data" else (response.array,)
        return Arguments(positional, {**named, **size_arguments(response, parameter)})
    return None


def recognise_told_cursor(response: ListResponse) -> Arguments | None:
    """The id of the last record as the token of a page, of which the document says so."""
    for _, parameter in parameters_named([*STRONG, *_LAST_IDS], response.query):
        schema = response.query[parameter]
        key = next((each for each in _IDENTITIES if each in response.record), None)
        if key and _takes_id(schema) and _SAYS_LAST_ID.search(texts_of(schema)):
            named: dict[str, Argument] = {"parameter": parameter, "has_more": None, "id_key": key}
            size = size_arguments(response, parameter)
            if size["page_size"] is not None:
                return Arguments((response.array or None,), {**named, **size})
    return None


def _takes_id(parameter: Schema) -> bool:
    return may_be_text(parameter) and not is_moment(parameter)


def _id_key(name: str, parameter: Schema, response: ListResponse) -> str | None:
    """The member of a record that the cursor is; None if it is not sure."""
    if name == "cursor":
        if "cursor" in response.record:
            return "cursor"
        if re.search(r"\bid\b|\bID\b", texts_of(parameter)) is None:
            return None
    return next((each for each in _IDENTITIES if each in response.record), None)
