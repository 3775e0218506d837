"""Drafts of operations: the nested class of each, and its parameters."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from ...declare.uri import cut_template
from ...plan.operation import PAGING_NAMES
from ..read.documents import Document
from ..read.operations import DocumentOperation, DocumentParameter, shape
from .expressions import OBJECT, Call, Expression, Name, without_none
from .identifiers import class_identifier
from .models import NoObjects
from .naming import PlainNaming
from .page_types import find_page
from .schemas import (
    DATE_OR_OFFSET,
    DATE_OR_TEXT,
    Scope,
    annotation_of,
    is_date_or_offset,
    serializer_of,
)
from .tree import PlacedOperation, ResourceNode


@attrs.frozen
class AttributeDraft:
    """A field, a key or a parameter: an annotated attribute.

    location: where a parameter is sent, if not in the default location of its operation. prefix:
    the text that values of a key begin with. is_part: whether a parameter for the whole request
    body may be given in place of this one.
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


@attrs.frozen
class OperationDraft:
    """The nested class of one operation.

    class_name: Create, List, …, or the class name of an action. page: the expression of the page
    type. uri: the suffix to the path of the resource. is_action: whether it is an action of an
    item. text: the description in the document, if descriptions are copied.
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

    @property
    def sends_nothing(self) -> bool:
        """Whether the document has no request body where the method allows one."""
        has_body = self.source.body is not None or self.source.parameters_in("form", "json")
        return not has_body and self.method not in ("GET", "DELETE", "HEAD")

    @property
    def named_parameters(self) -> list[AttributeDraft]:
        """The parameters whose wire names follow the resource's rule."""
        return [each for each in self.parameters if each.location not in ("header", "body")]


_METHODS = {"create": "POST", "list": "GET", "fetch": "GET", "update": "POST", "delete": "DELETE"}

# The class names of item operations whose verb belongs to collections: `create` of an item.
_ACTIONS = {"create": "Post", "list": "Find"}


def own_path(placed: PlacedOperation, node: ResourceNode) -> str | None:
    """The suffix of an operation to the path of its resource; None if it has another path."""
    usual = node.path
    if not node.is_item_operation(placed):
        usual = cut_template(node.path).collection(node.item_keys).text
    own = shape(placed.operation.path)
    if own == shape(usual):
        return ""
    rest = own.removeprefix(shape(usual))
    return rest if rest != own and rest.startswith(("/", ":")) and "{" not in rest else None


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
    if own_path(placed, node) is None:
        return f"its path {operation.path} does not belong to the resource at {node.path}"
    if placed.verb not in ("list", "create") and not node.is_item_operation(placed):
        return f"{placed.verb}() of a whole collection is not supported"
    return None


def draft_operation(
    placed: PlacedOperation, node: ResourceNode, naming: PlainNaming, scope: Scope
) -> OperationDraft:
    """Draft the nested class of an operation. scope: of the types of what it sends."""
    operation = placed.operation
    is_action = placed.verb not in _METHODS or (
        placed.verb in _ACTIONS and node.is_item_operation(placed)
    )
    match = find_page(placed.document, operation, naming.pages) if placed.verb == "list" else None
    body_name = naming.body_name(operation)
    has_parts = _has_parts(scope.document, operation, body_name)
    body = "form" if operation.parameters_in("form") else "json" if has_parts else None
    media_type = operation.content_type
    return OperationDraft(
        source=operation,
        verb=placed.verb,
        class_name=_class_name(placed.verb, is_action),
        parameters=_parameters(
            placed,
            naming,
            scope,
            body_name,
            has_parts,
            match.choice.hidden_parameters if match else (),
        ),
        method=operation.method,
        usual_method="POST" if is_action else _METHODS[placed.verb],
        body=body,
        content_type=media_type if media_type and media_type.endswith("+json") else None,
        page=match.page if match else None,
        redirects=not operation.statuses or operation.statuses[0] < "300",
        is_action=is_action,
        uri=own_path(placed, node) or "",
        text=operation.summary if naming.descriptions else "",
    )


def _has_parts(document: Document, operation: DocumentOperation, body_name: str | None) -> bool:
    """Whether each property of a JSON body is a parameter.

    body_name: of a parameter for the whole body, which a body of several variants needs.
    """
    if operation.body is None or not operation.parameters_in("json"):
        return False
    return body_name is None or bool(document.merged(operation.body.schema).get("properties"))


def _class_name(verb: str, is_action: bool) -> str:
    if is_action and verb in _ACTIONS:
        return _ACTIONS[verb]
    return class_identifier(verb)


def _parameters(
    placed: PlacedOperation,
    naming: PlainNaming,
    scope: Scope,
    body_name: str | None,
    has_parts: bool,
    hidden: Collection[str],
) -> list[AttributeDraft]:
    operation = placed.operation
    declared = operation.parameters_in("query", "header", "form", *(("json",) if has_parts else ()))
    usual = "query" if operation.method in ("GET", "DELETE", "HEAD") else "body"
    parts = [
        _parameter(each, usual, naming, scope)
        for each in declared
        if not (each.location == "query" and each.name in hidden)
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
        parts.append(_body_parameter(operation.body, body_name, scope))
    return _distinct(sorted(parts, key=lambda each: not each.required))


def _parameter(
    declared: DocumentParameter, usual: str, naming: PlainNaming, scope: Scope
) -> AttributeDraft:
    name = naming.parameter_name(declared.name)
    if declared.location != "json":
        scope = attrs.evolve(scope, objects=NoObjects())
    kind = annotation_of(scope, declared.schema, class_identifier(name))
    serializer = serializer_of(scope.document, declared.schema, declared.location)
    called = serializer.function if isinstance(serializer, Call) else serializer
    if called in (Name("prefixed_map", "restmap"), Name("json_object", "restmap")):
        kind = OBJECT
    if is_date_or_offset(scope.document.resolved(declared.schema), declared.description):
        kind, serializer = DATE_OR_TEXT, DATE_OR_OFFSET
    is_usual = declared.location in (("query",) if usual == "query" else ("form", "json"))
    return AttributeDraft(
        name=name,
        wire_name=declared.name,
        kind=kind if declared.location == "json" else without_none(kind),
        required=declared.required,
        serializer=serializer,
        location=None if is_usual else declared.location,
        sensitive=naming.is_sensitive(declared.name),
    )


def _body_parameter(body: DocumentParameter, name: str, scope: Scope) -> AttributeDraft:
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
