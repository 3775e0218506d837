"""Results: what a successful response holds, and where: a record, a list, a value or a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from ...declare.json_paths import steps_of
from ...declare.names import snake_case
from ...openapi.marks import RECORD_MARK
from ..read.documents import Document
from ..read.media_types import is_json_type
from ..read.nodes import Schema
from ..read.operations import DocumentOperation
from .schemas import kinds_of
from .words import singular

ResultKind: TypeAlias = Literal["nothing", "record", "list", "value", "text", "bytes"]


@attrs.frozen
class Result:
    """What a successful response is read as.

    schema: of the record, of one record of a list, or of the value. path: where it is in the
    response body; "" if the body itself is it. accept: the media type, where it is not JSON.
    """

    kind: ResultKind
    schema: Any = attrs.field(factory=dict[str, Any], eq=False, repr=False)
    path: str = ""
    accept: str | None = None


def find_result(document: Document, operation: DocumentOperation, noun: str) -> Result:
    """What the response of an operation is read as. noun: the last word of its path."""
    media_type = operation.response_type
    if media_type is None:
        only_redirects = bool(operation.statuses) and operation.statuses[0] >= "300"
        return Result("bytes" if only_redirects and operation.method == "GET" else "nothing")
    view = document.merged(operation.response)
    if is_json_type(media_type) and not is_binary(view) and view.get("format") != "byte":
        return _find_in_json(document, operation, noun)
    plain = media_type.partition(";")[0].strip().lower()
    accept = None if "*" in plain or is_json_type(media_type) else media_type
    kind: ResultKind = "text" if is_text_type(plain) and not is_binary(view) else "bytes"
    return Result(kind, operation.response, "", accept)


def is_binary(view: Schema) -> bool:
    """Whether a schema is that of a file (OpenAPI 3.0.3 and 3.1 differ in how they say it)."""
    has_media_type = "contentMediaType" in view and "contentEncoding" not in view
    return view.get("type") == "string" and (view.get("format") == "binary" or has_media_type)


def is_text_type(media_type: str) -> bool:
    """Whether the bodies of a media type are text."""
    plain = media_type.partition(";")[0].strip().lower()
    return plain.startswith("text/") or plain.endswith(("xml", "yaml", "/x-ndjson"))


def _find_in_json(document: Document, operation: DocumentOperation, noun: str) -> Result:
    schema = operation.response
    found = find_records(document, schema, noun)
    if found is not None:
        return Result("list", found.schema, found.path)
    return find_record(document, operation, noun)


def find_record(document: Document, operation: DocumentOperation, noun: str) -> Result:
    """What a JSON response is read as that is not a list: a record or a value."""
    schema = operation.response
    view = document.merged(schema)
    kinds, _ = kinds_of(view)
    if not _is_object(document, schema) and (kinds or view.get("oneOf") or view.get("anyOf")):
        return Result("value", schema)
    if view.get("additionalProperties") and not document.properties(schema):
        return Result("value", schema)
    path, record = open_envelope(document, schema, noun)
    return Result("record", record, path)


def has_members(document: Document, schema: Schema) -> bool:
    """Whether the document says anything about the members of an object."""
    return bool(document.properties(schema) or document.merged(schema).get("additionalProperties"))


def is_empty_record(document: Document, result: Result) -> bool:
    """Whether a result is an object of whose members the document says nothing."""
    return result.kind == "record" and not has_members(document, result.schema)


# -- records in a list ------------------------------------------------------------------------


@attrs.frozen
class FoundRecords:
    """The records in the response of a list. path: of their array. schema: of one of them."""

    path: str
    schema: Any


# Names of arrays that hold the records of a list, whatever they are.
_RECORDS = frozenset(
    {"data", "items", "results", "result", "records", "values", "value", "entries", "rows"}
    | {"elements", "objects", "list", "content", "resources", "nodes", "collection"}
)
# Names of arrays that stand beside the records, unless the path is about them.
_BESIDE = frozenset(
    {"errors", "warnings", "links", "included", "messages", "notices", "facets", "aggregations"}
    | {"schemas", "filters", "columns", "includes", "unarchived"}
)
# Names of members that say something about a page or a response.
_ABOUT = re.compile(
    r"(.*_)?(total|count|next|previous|prev|first|last|limit|offset|page|pages|size|cursor|token"
    r"|more|meta|metadata|links|link|url|uri|href|pagination|paging|object|kind|version|status"
    r"|success|message|ok|code|request_id|etag|time|took|query|self|continue|sort|order|start|end"
    r"|errors?|warnings?|included|type|state|timestamp|date|info|unread|scroll_id|is_last"
    r"|api_version|locale|currency)(_.*)?|.+_index"
)
_IDENTITIES = frozenset({"id", "uuid", "gid", "sid", "guid"})


def find_records(document: Document, schema: Any, noun: str, depth: int = 8) -> FoundRecords | None:
    """The records in a response body that is a list; None if it is anything else.

    A list is an array of objects, or an object that holds one, beside members about the page. That
    may be in envelopes, down to a depth: an object may be a member of itself.
    """
    view = document.merged(schema)
    if kinds_of(view)[0] == ["array"]:
        items = view.get("items", {})
        return FoundRecords("", items) if _is_object(document, items) else None
    properties = document.properties(schema)
    if not properties or _IDENTITIES & properties.keys() or RECORD_MARK in view:
        return None
    name = _array_of_records(document, properties, noun)
    if name is not None:
        return FoundRecords(name, document.merged(properties[name]).get("items", {}))
    outer = _enveloped(document, properties, noun)
    if outer is not None and depth:
        inner = find_records(document, properties[outer], noun, depth - 1)
        if inner is not None and inner.path:
            return FoundRecords(f"{outer}.{inner.path}", inner.schema)
    return None


def _array_of_records(document: Document, properties: Mapping[str, Any], noun: str) -> str | None:
    """The property that holds the records of a list."""
    arrays = [
        name
        for name, each in properties.items()
        if (name.lower() not in _BESIDE or _are_alike(name, noun))
        and _is_array_of_objects(document, each)
    ]
    for name in arrays:
        if name.lower() in _RECORDS:
            return name
    alike = [name for name in arrays if _are_alike(name, noun)]
    candidates = alike or arrays
    if len(candidates) != 1:
        return None
    others = [name for name in properties if name != candidates[0]]
    is_about = {name: _ABOUT.fullmatch(snake_case(name.lstrip("@$_"))) for name in others}
    is_plain = all(
        is_about[name] or name == "usage" or not _holds_objects(document, properties[name])
        for name in others
    )
    if all(is_about.values()) or (alike and is_plain):
        return candidates[0]
    return None


def _is_array_of_objects(document: Document, schema: Any) -> bool:
    view = document.merged(schema)
    return kinds_of(view)[0] == ["array"] and _is_object(document, view.get("items", {}))


def _holds_objects(document: Document, schema: Any) -> bool:
    return _is_array_of_objects(document, schema) or bool(document.properties(schema))


def _is_object(document: Document, schema: Any) -> bool:
    """Whether all values of a schema are objects."""
    pending, seen, is_object = [schema], set[int](), False
    while pending:
        view = document.merged(pending.pop())
        if id(view) in seen:  # a schema may be a variant of itself
            continue
        seen.add(id(view))
        kinds, _ = kinds_of(view)
        variants = view.get("oneOf") or view.get("anyOf") or ()
        if kinds not in ([], ["object"]) or not (kinds or variants):
            return False
        is_object = is_object or bool(kinds)
        if not kinds:
            pending += [each for each in variants if document.merged(each).get("type") != "null"]
    return is_object


# -- envelopes --------------------------------------------------------------------------------

_ENVELOPES = frozenset(
    {"data", "result", "record", "item", "response", "payload", "body", "resource", "_embedded"}
)


def open_envelope(document: Document, schema: Any, noun: str) -> tuple[str, Any]:
    """The dotted path and the schema of the record in a body, which may be in envelopes."""
    path: list[str] = []
    opened: set[int] = set()
    while True:
        view, properties = document.merged(schema), document.properties(schema)
        has_identity = bool(_IDENTITIES & properties.keys())
        is_record = has_identity or view.get("discriminator") or RECORD_MARK in view
        if is_record or id(view) in opened:  # an object may be a member of itself
            break
        opened.add(id(view))
        name = _enveloped(document, properties, noun)
        if name is None or "." in name:
            break
        path.append(name)
        schema = properties[name]
    return ".".join(path), schema


def _enveloped(document: Document, properties: Mapping[str, Any], noun: str) -> str | None:
    """The only member of an object that is not about the response."""
    objects = [
        name
        for name, each in properties.items()
        if (name in _ENVELOPES or not _ABOUT.fullmatch(snake_case(name)))
        and _is_object(document, each)
        and (document.properties(each) or (name in _ENVELOPES and len(properties) == 1))
    ]
    if len(objects) != 1:
        return None
    name = objects[0]
    others = [each for each in properties if each != name]
    is_named = name.lower() in _ENVELOPES or _are_alike(name, noun)
    is_plain = all(_ABOUT.fullmatch(snake_case(each.lstrip("@$_"))) for each in others)
    holds_record = bool(_IDENTITIES & document.properties(properties[name]).keys())
    is_only_record = (
        holds_record
        and name.lower() in _ENVELOPES
        and not any(
            _holds_objects(document, properties[each])
            for each in others
            if not _ABOUT.fullmatch(snake_case(each))
        )
    )
    return (
        name if (is_named and is_plain) or (holds_record and not others) or is_only_record else None
    )


def is_envelope(name: str, noun: str) -> bool:
    """Whether a member that is alone in a body has the name of an envelope."""
    return name.lower() in _ENVELOPES or _are_alike(name, noun)


def _are_alike(name: str, noun: str) -> bool:
    """Whether a member has the name of what the path is about, such as `tickets` or `ticket`."""
    words = [singular(snake_case(each.replace("-", "_"))) for each in (name, noun)]
    return (
        words[0] == words[1]
        or words[0].endswith(f"_{words[1]}")
        or (words[1].endswith(f"_{words[0]}"))
    )


def scalars_of(document: Document, schema: Any, depth: int = 3) -> dict[str, Schema]:
    """The members of a body that are not lists, by dotted path, down to a depth."""
    return dict(_scalars(document, schema, "", depth))


def _scalars(
    document: Document, schema: Any, prefix: str, depth: int
) -> Iterator[tuple[str, Schema]]:
    for name, each in document.properties(schema).items():
        if steps_of(name) != [name]:
            continue  # a dotted path could not name it
        view = document.merged(each)
        if document.properties(each):
            if depth > 1:
                yield from _scalars(document, each, f"{prefix}{name}.", depth - 1)
        elif kinds_of(view)[0] != ["array"]:
            yield f"{prefix}{name}", view
