"""Drafts of operations: the nested class of each, and its parameters."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import attrs

from ...declare.uri import cut_template
from ...plan.operation import PAGING_NAMES
from ..read.documents import Document
from ..read.operations import (
    DocumentOperation,
    DocumentParameter,
    Location,
    is_json_type,
    placeholders,
    shape,
)
from ..read.styles import NO_STYLE, WireStyle
from .bodies import unwrap_body
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
from .identifiers import class_identifier, first_free
from .models import NoObjects
from .naming import PlainNaming
from .page_types import PageMatch
from .results import Result, is_binary, is_text_type
from .schemas import (
    DATE_OR_OFFSET,
    DATE_OR_TEXT,
    PREFIXED_MAP,
    Scope,
    annotation_of,
    is_date_or_offset,
    kinds_of,
    serializer_of,
)
from .texts import text_of
from .tree import PlacedOperation, ResourceNode


@attrs.frozen
class AttributeDraft:
    """A field, a key or a parameter: an annotated attribute.

    location: where a parameter is sent, if not in the default location of its operation. prefix:
    the text that values of a key begin with. is_part: whether a parameter for the whole request
    body may be given in place of this one. style: how it is written in a query or a form. default:
    the value that a parameter has where none is given. inside: the dotted path of the object of a
    record that a field is in. text: what the document says of it, if descriptions are copied.
    """

    name: str
    wire_name: str
    kind: Expression
    required: bool = True
    serializer: Name | Call | None = None
    location: str | None = None
    sensitive: bool = False
    prefix: str | None = None
    is_part: bool = False
    style: WireStyle = NO_STYLE
    default: Constant | None = None
    inside: str | None = None
    text: str = attrs.field(default="", eq=False)


@attrs.frozen
class ResultDraft:
    """What an operation returns, where it is no record of its resource.

    kind: the type; None where nothing is read.
    """

    kind: Expression | None


@attrs.frozen
class OperationDraft:
    """The nested class of one operation.

    class_name: Create, List, …, or the class name of an action. page: the expression of the page
    type. uri: the suffix to the path of the resource. path: the path in its place. is_action:
    whether it is an action; of_collection: whether this is one of the collection. returns: what it
    returns; None for the usual result of its verb. item, body_item: the envelopes of the response
    and of the request body, as dotted paths. accept: the media type of the response, where it is
    not JSON. text: the description in the document, if descriptions are copied. sent_parts: the
    properties of the request body that became parameters.
    """

    source: DocumentOperation = attrs.field(eq=False)
    verb: str
    class_name: str
    parameters: Sequence[AttributeDraft]
    method: str
    usual_method: str
    body: str | None
    content_type: str | None
    page: Expression | None
    redirects: bool
    is_action: bool
    uri: str
    text: str = attrs.field(eq=False)
    path: str | None = None
    of_collection: bool = False
    returns: ResultDraft | None = None
    item: str = ""
    body_item: str = ""
    accept: str | None = None
    sent_parts: Sequence[DocumentParameter] = attrs.field(default=(), eq=False)

    @property
    def is_collection_action(self) -> bool:
        """Whether it is an action of the whole collection."""
        return self.is_action and self.of_collection

    @property
    def sends_nothing(self) -> bool:
        """Whether the document has no request body where the method allows one."""
        has_body = self.source.body is not None or self.source.parameters_in(*_BODY)
        return not has_body and self.method not in ("GET", "DELETE", "HEAD")

    @property
    def reads_record(self) -> bool:
        """Whether it returns one record of its resource."""
        is_list = self.class_name == "List" and not self.is_action
        return self.returns is None and not is_list and self.class_name != "Delete"

    @property
    def sends_record(self) -> bool:
        """Whether its parameters are the record, which may be in an envelope."""
        is_update = self.method in ("PUT", "PATCH") and not self.uri and self.path is None
        return self.class_name in ("Create", "Update") or (is_update and self.returns is None)

    @property
    def named_parameters(self) -> list[AttributeDraft]:
        """The parameters whose wire names follow the resource's rule."""
        return [each for each in self.parameters if each.location not in ("header", "body")]


_BODY: Sequence[Location] = ("form", "json", "multipart")
"""Where the properties of a request body are sent."""

_METHODS = {"create": "POST", "list": "GET", "fetch": "GET", "update": "POST", "delete": "DELETE"}

# The class names of actions whose verb is a standard one of the other kind of operations: `create`
# of an item, `delete` of a collection.
_ACTIONS = {"create": "Post", "list": "Find", "fetch": "Get", "update": "Change", "delete": "Clear"}


def own_path(placed: PlacedOperation, node: ResourceNode) -> str | None:
    """The suffix of an operation to the path of its resource; None if it has another path."""
    usual = _usual_path(placed, node)
    own = shape(placed.operation.path)
    if own == shape(usual):
        return ""
    rest = own.removeprefix(shape(usual).rstrip("/"))
    return rest if rest != own and rest.startswith(("/", ":", ".")) and "{" not in rest else None


def _usual_path(placed: PlacedOperation, node: ResourceNode) -> str:
    if node.is_item_operation(placed):
        return node.path
    return cut_template(node.path).collection(node.item_keys).text


def with_patch_verbs(operations: Sequence[PlacedOperation]) -> list[PlacedOperation]:
    """The operations of a resource, with the verb `patch` for PATCH beside PUT or POST.

    Both change an item: PATCH changes a part of it, the other replaces it.
    """
    replaced = {
        shape(each.operation.path)
        for each in operations
        if each.verb == "update" and each.operation.method != "PATCH"
    }
    return [
        attrs.evolve(each, verb="patch")
        if each.verb == "update"
        and each.operation.method == "PATCH"
        and shape(each.operation.path) in replaced
        else each
        for each in operations
    ]


def problem_of(placed: PlacedOperation, node: ResourceNode) -> str | None:
    """The reason why a resource cannot declare an operation; None if it can."""
    operation = placed.operation
    usual = placeholders(_usual_path(placed, node))
    if own_path(placed, node) is None and len(placeholders(operation.path)) != len(usual):
        return f"its path {operation.path} does not belong to the resource at {node.path}"
    return None


def _path_in_place(
    placed: PlacedOperation, node: ResourceNode, names: Mapping[str, str]
) -> str | None:
    """The path of an operation that does not continue the path of its resource.

    names: the Python names of the placeholders in the path of the resource.
    """
    if own_path(placed, node) is not None:
        return None
    template = cut_template(placed.operation.path.removeprefix(node.place.in_path))
    usual = [names[each] for each in placeholders(_usual_path(placed, node))]
    path = template.literals[0]
    for name, literal in zip(usual, template.literals[1:], strict=True):
        path += f"{{{name}}}{literal}"
    return path


# A nested class of such a name would hide the type that operations beside it have.
_TYPES = frozenset({"Download", "File"})


def _class_name(verb: str, is_action: bool, taken: Collection[str]) -> str:
    """The name of the nested class of an operation."""
    if not is_action:
        return class_identifier(verb)
    name = _ACTIONS.get(verb, class_identifier(verb))
    return first_free(
        (name, f"{name}Request"), {*taken, *_TYPES, *map(class_identifier, _METHODS), "Key"}
    )


def keep_models_visible(
    operations: Sequence[OperationDraft], models: Collection[str]
) -> list[OperationDraft]:
    """The operations of a resource, none with a nested class that has the name of a model.

    Inside the resource, such a class would hide the model, which the operation may return.
    """
    taken = {*models, *(each.class_name for each in operations)}
    renamed: list[OperationDraft] = []
    for each in operations:
        if each.is_action and each.class_name in models:
            each = attrs.evolve(each, class_name=first_free([f"{each.class_name}Request"], taken))
            taken.add(each.class_name)
        renamed.append(each)
    return renamed


def draft_operation(
    placed: PlacedOperation,
    node: ResourceNode,
    naming: PlainNaming,
    scope: Scope,
    match: PageMatch | None,
    names: Mapping[str, str],
    taken: Collection[str],
) -> OperationDraft:
    """Draft the nested class of an operation.

    scope: of the types of what it sends. match: its page type, if it is a list. names: the Python
    names of the placeholders in the path of its resource. taken: the names of classes that a nested
    class must not hide.
    """
    is_action = node.is_action(placed)
    result = placed.result or Result("record")
    operation, body_item = placed.operation, ""
    if placed.result is not None:
        operation, body_item = unwrap_body(scope.document, operation, result.path)
    body_name = "content" if is_raw(operation) else naming.body_name(operation)
    has_parts = _has_parts(scope.document, operation, body_name)
    body = "json" if has_parts else None
    for location in ("form", "multipart"):
        body = location if operation.parameters_in(location) else body
    media_type = operation.content_type
    is_named = media_type is not None and (media_type.endswith("+json") or is_raw(operation))
    redirects = bool(operation.statuses) and operation.statuses[0] >= "300"
    return OperationDraft(
        source=placed.operation,
        verb=placed.verb,
        class_name=_class_name(placed.verb, is_action, taken),
        parameters=_parameters(
            attrs.evolve(placed, operation=operation),
            naming,
            scope,
            body_name,
            has_parts,
            match.hidden if match else (),
        ),
        method=operation.method,
        usual_method="POST" if is_action else _METHODS[placed.verb],
        body=body,
        content_type=media_type if is_named and "*" not in str(media_type) else None,
        page=match.page if match else None,
        redirects=not redirects or result.kind == "bytes",
        is_action=is_action,
        uri=own_path(placed, node) or "",
        path=_path_in_place(placed, node, names),
        of_collection=not node.is_item_operation(placed),
        item="" if match or result.kind in ("nothing", "text", "bytes") else result.path,
        body_item=body_item,
        accept=result.accept,
        sent_parts=[*_enclosing(placed, operation), *operation.parameters_in(*_BODY)],
        text=operation.summary if naming.descriptions else "",
    )


def _enclosing(placed: PlacedOperation, unwrapped: DocumentOperation) -> list[DocumentParameter]:
    """The envelope of a request body, whose members are the parameters."""
    parts = unwrapped.parameters_in("json")
    return [each for each in placed.operation.parameters_in("json") if each not in parts]


def _has_parts(document: Document, operation: DocumentOperation, body_name: str | None) -> bool:
    """Whether each property of a JSON body is a parameter.

    body_name: of a parameter for the whole body, which a body of several variants needs.
    """
    if operation.body is None or not operation.parameters_in("json"):
        return False
    return body_name is None or bool(document.merged(operation.body.schema).get("properties"))


def _parameters(
    placed: PlacedOperation,
    naming: PlainNaming,
    scope: Scope,
    body_name: str | None,
    has_parts: bool,
    hidden: Collection[str],
) -> list[AttributeDraft]:
    operation = placed.operation
    declared = [
        each
        for each in operation.parameters_in(
            "query", "header", "form", "multipart", *(("json",) if has_parts else ())
        )
        if not _is_sent_anyway(each, naming)
    ]
    usual = "query" if operation.method in ("GET", "DELETE", "HEAD") else "body"
    parts = [
        _parameter(each, usual, naming, scope)
        for each in declared
        if not (each.location in ("query", "json") and each.name in hidden)
    ]
    if placed.verb == "list":  # every `list` has parameters with these names
        parts = [
            attrs.evolve(each, name=f"{each.name}_") if each.name in PAGING_NAMES else each
            for each in parts
        ]
    if body_name is not None and has_parts:
        names = {each.name for each in operation.parameters_in("json")}
        parts = [attrs.evolve(each, is_part=each.wire_name in names) for each in parts]
        parts.append(AttributeDraft(body_name, body_name, OBJECT, required=False, location="body"))
    elif body_name is not None and operation.body is not None:
        parts.append(_body_parameter(operation, operation.body, body_name, scope))
    return _distinct(sorted(parts, key=lambda each: not each.required or each.default is not None))


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
    if is_date_or_offset(scope.document.resolved(declared.schema), declared.description):
        kind, serializer = DATE_OR_TEXT, DATE_OR_OFFSET
    if declared.location == "multipart":
        kind = _kind_of_file(scope.document, declared) or kind
    is_usual = declared.location in (("query",) if usual == "query" else _BODY)
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


def is_raw(operation: DocumentOperation) -> bool:
    """Whether the request body is sent as it is: text or a file."""
    media_type = operation.content_type
    return operation.body is not None and media_type is not None and not is_json_type(media_type)


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
    if is_raw(operation):
        is_file = is_binary(scope.document.merged(body.schema))
        is_text = is_text_type(str(operation.content_type)) and not is_file
        kind: Expression = STR if is_text else _FILE
        return AttributeDraft(name, name, kind, required=body.required, location="body")
    kind = annotation_of(scope, body.schema, class_identifier(name))
    # A body with required properties is required: an empty object would not be valid.
    required = body.required or bool(scope.document.merged(body.schema).get("required"))
    return AttributeDraft(name, name, kind, required=required, location="body")


def _distinct(parts: Sequence[AttributeDraft]) -> list[AttributeDraft]:
    """The parameters with distinct names: of two with one name, the second gets its location."""
    seen: set[str] = set()
    distinct: list[AttributeDraft] = []
    for part in parts:
        while part.name in seen:
            part = attrs.evolve(part, name=f"{part.name}_{part.location or 'value'}")
        seen.add(part.name)
        distinct.append(part)
    return distinct
