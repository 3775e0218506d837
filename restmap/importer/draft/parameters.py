"""Parameters: how the arguments of an operation are named, typed and sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from ...messages import is_json_lines
from ...plan.operation import PAGING_NAMES
from ..read.documents import Document
from ..read.media_types import is_json_type
from ..read.operations import BODY_LOCATIONS, DocumentOperation, DocumentParameter
from ..read.styles import NO_STYLE, WireStyle
from .expressions import (
    OBJECT,
    STR,
    Call,
    Constant,
    Expression,
    Name,
    list_of,
    without_none,
)
from .identifiers import class_identifier
from .keys import key_type
from .models import NoObjects
from .naming import PlainNaming
from .operations import AttributeDraft, keep_types_visible
from .page_types import PageMatch
from .results import is_binary, is_text_type
from .schemas import Scope, annotation_of, kinds_of
from .texts import text_of
from .tree import PlacedOperation
from .wire_forms import (
    DATE_OR_OFFSET,
    DATE_OR_TEXT,
    PREFIXED_MAP,
    UNIX_TIME,
    is_date_or_offset,
    moment_of,
    serializer_of,
)


def draft_parameters(
    placed: PlacedOperation,
    naming: PlainNaming,
    scope: Scope,
    body_name: str | None,
    is_in_parts: bool,
    match: PageMatch | None,
    in_path: Mapping[str, str],
) -> list[AttributeDraft]:
    """The parameters of an operation, required ones first.

    scope: of the types of what it sends. body_name: of a parameter for the whole request body.
    is_in_parts: whether the properties of its JSON body are parameters. match: its page type, if it
    is a list. in_path: the names of those in its own path, by wire name.
    """
    operation = placed.operation
    declared = [
        each
        for each in operation.parameters_in(
            "query", "header", "form", "multipart", *(("json",) if is_in_parts else ())
        )
        if not _is_sent_anyway(each, naming)
    ]
    usual = "body" if operation.sends_body else "query"
    parts = [
        _parameter(each, usual, naming, scope)
        for each in declared
        if match is None or each.location != match.location or each.name not in match.hidden
    ]
    if placed.verb == "list":  # every `list` has parameters with these names
        parts = [
            attrs.evolve(each, name=f"{each.name}_") if each.name in PAGING_NAMES else each
            for each in parts
        ]
    if body_name is not None and is_in_parts:
        names = {each.name for each in operation.parameters_in("json")}
        parts = [attrs.evolve(each, is_part=each.wire_name in names) for each in parts]
        parts.append(AttributeDraft(body_name, body_name, OBJECT, required=False, location="body"))
    elif body_name is not None and operation.body is not None:
        parts.append(_body_parameter(operation, operation.body, body_name, scope))
    parts = [*_path_parameters(operation, in_path, scope), *parts]
    parts = sorted(parts, key=lambda each: not each.required or each.default is not None)
    return _distinct(parts, usual)


def _path_parameters(
    operation: DocumentOperation, names: Mapping[str, str], scope: Scope
) -> Iterator[AttributeDraft]:
    """The parameters in the path of an operation that its resource does not have."""
    declared = {each.name: each.schema for each in operation.path_parameters}
    for wire_name, name in names.items():
        schema = declared.get(wire_name, {"type": "string"})
        kind = annotation_of(
            attrs.evolve(scope, objects=NoObjects()), schema, class_identifier(name)
        )
        yield AttributeDraft(name, wire_name, key_type(kind), location="path")


def has_parts(document: Document, operation: DocumentOperation, body_name: str | None) -> bool:
    """Whether each property of a JSON body is a parameter.

    body_name: of a parameter for the whole body, which a body of several variants needs.
    """
    if operation.body is None or not operation.parameters_in("json"):
        return False
    return body_name is None or bool(document.merged(operation.body.schema).get("properties"))


# https://spec.openapis.org/oas/v3.0.3#fixed-fields-10: such parameters are ignored.
_SENT_ANYWAY = frozenset({"accept", "content-type", "authorization"})


def _is_sent_anyway(parameter: DocumentParameter, naming: PlainNaming) -> bool:
    """Whether a parameter is a header that the client sends itself."""
    name = parameter.name.lower()
    return parameter.location == "header" and name in _SENT_ANYWAY - naming.sent_headers


def _parameter(
    declared: DocumentParameter, usual: str, naming: PlainNaming, scope: Scope
) -> AttributeDraft:
    name = naming.parameter_name(declared.name)
    style = _style_of(declared, scope.document)
    is_styled = style != NO_STYLE
    # A part of a multipart form is written as JSON where it is an object.
    written_as = "json" if declared.location == "multipart" else declared.location
    if written_as != "json" and not is_styled:
        scope = attrs.evolve(scope, objects=NoObjects())
    kind = annotation_of(scope, declared.schema, class_identifier(name))
    serializer = None
    if not is_styled:
        serializer = serializer_of(scope.document, declared.schema, written_as)
    called = serializer.function if isinstance(serializer, Call) else serializer
    if called in (Name("prefixed_map", "restmap"), Name("json_object", "restmap")):
        kind = OBJECT
    if serializer == UNIX_TIME:
        kind = moment_of(scope.document, declared.schema) or kind
    if is_date_or_offset(scope.document.resolved(declared.schema), declared.description):
        kind, serializer = DATE_OR_TEXT, DATE_OR_OFFSET
    if declared.location == "multipart":
        kind = _kind_of_file(scope.document, declared) or kind
    is_usual = declared.location in (("query",) if usual == "query" else BODY_LOCATIONS)
    return AttributeDraft(
        name=name,
        wire_name=declared.name,
        kind=kind if declared.location == "json" else without_none(kind),
        required=declared.required,
        serializer=serializer,
        location=None if is_usual else declared.location,
        sensitive=naming.is_sensitive(declared.name),
        style=style,
        default=Constant(declared.constant) if declared.constant is not None else None,
        text=text_of(naming, scope.document, declared.schema, declared.description),
    )


def _style_of(declared: DocumentParameter, document: Document) -> WireStyle:
    """The style of a parameter; a single value has none but that of its characters."""
    if declared.location not in ("query", "form"):
        return NO_STYLE
    view, style = document.merged(declared.schema), declared.style
    kinds = set(kinds_of(view)[0])
    if kinds and kinds.isdisjoint({"array", "object"}):
        return WireStyle(allow_reserved=style.allow_reserved)
    if "object" not in kinds and style.name == "form":  # that of every list
        return attrs.evolve(style, name=None)
    is_vendors = str(view.get("format", "")).startswith(PREFIXED_MAP)
    if style == NO_STYLE and kinds == {"object"} and declared.location == "query":
        return NO_STYLE if is_vendors else WireStyle("form")
    return style


def is_raw(document: Document, operation: DocumentOperation) -> bool:
    """Whether the request body is sent as it is: text or a file.

    A body of any media type is JSON if its schema is that of a JSON value, and not of text; JSON in
    lines has the schema of an array.
    """
    media_type = operation.content_type
    if operation.body is None or media_type is None:
        return False
    view = document.merged(operation.body.schema)
    kinds = kinds_of(view)[0]
    if is_json_lines(media_type):
        return kinds != ["array"]
    if is_json_type(media_type) and "*" in media_type:
        is_unknown = not kinds and not view.get("oneOf") and not view.get("anyOf")
        return kinds == ["string"] or (is_unknown and not document.properties(view))
    return not is_json_type(media_type)


_FILE = Name("File", "restmap")


def _kind_of_file(document: Document, part: DocumentParameter) -> Expression | None:
    """The type of a part of a multipart form that is a file, or several; None for any other.

    https://spec.openapis.org/oas/v3.0.3#considerations-for-file-uploads
    """
    view = document.merged(part.schema)
    if is_binary(view):
        return _FILE
    return list_of(_FILE) if is_binary(document.merged(view.get("items"))) else None


def _body_parameter(
    operation: DocumentOperation, body: DocumentParameter, name: str, scope: Scope
) -> AttributeDraft:
    if is_raw(scope.document, operation):
        media_type = str(operation.content_type)
        is_file = is_binary(scope.document.merged(body.schema)) or "*" in media_type
        is_text = is_text_type(media_type) and not is_file  # text of which the type is known
        kind: Expression = STR if is_text else _FILE
        return AttributeDraft(name, name, kind, required=body.required, location="body")
    kind = annotation_of(scope, body.schema, class_identifier(name))
    # A body with required properties is required: an empty object would not be valid.
    required = body.required or bool(scope.document.merged(body.schema).get("required"))
    return AttributeDraft(name, name, kind, required=required, location="body")


def _distinct(parts: Sequence[AttributeDraft], usual: str) -> list[AttributeDraft]:
    """The parameters with distinct names: of two with one name, the second says where it is sent.

    None has the name of the type of another, such as `date`, or that of `param` itself.
    """
    seen: set[str] = set()
    distinct: list[AttributeDraft] = []
    for part in keep_types_visible(parts):
        if part.name == "param":
            part = attrs.evolve(part, name=f"{part.name}_")
        while part.name in seen:
            place = part.location or usual
            name = f"{part.name}_in_{'body' if place in BODY_LOCATIONS else place}"
            part = attrs.evolve(part, name=name)
        seen.add(part.name)
        distinct.append(part)
    return distinct
