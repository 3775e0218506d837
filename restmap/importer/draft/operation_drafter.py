"""The drafter of operations: what each is, as the nested class of its resource."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import attrs

from ...messages import is_json_lines
from ..read.media_types import is_other_json
from ..read.operations import BODY_LOCATIONS, DocumentOperation, DocumentParameter, shape
from .bodies import unwrap_body
from .identifiers import class_identifier, first_free
from .naming import PlainNaming
from .operation_paths import own_keys, own_path, path_in_place
from .operations import OperationDraft
from .page_types import PageMatch
from .parameters import draft_parameters, has_parts, is_raw
from .results import Result
from .schemas import Scope
from .tree import PlacedOperation, ResourceNode

_METHODS = {"create": "POST", "list": "GET", "fetch": "GET", "update": "POST", "delete": "DELETE"}

# The class names of actions whose verb is a standard one of the other kind of operations: `create`
# of an item, `delete` of a collection.
_ACTIONS = {"create": "Post", "list": "Find", "fetch": "Get", "update": "Change", "delete": "Clear"}


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


def keep_classes_visible(
    operations: Sequence[OperationDraft], classes: Collection[str]
) -> list[OperationDraft]:
    """The operations of a resource, none with a nested class that has the name of another class.

    Inside the resource, such a class would hide the model or the resource, which the operation may
    return. classes: the names of models, and of resources that are types.
    """
    taken = {*classes, *(each.class_name for each in operations)}
    renamed: list[OperationDraft] = []
    for each in operations:
        if each.is_action and each.class_name in classes:
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
    is_as_given = is_raw(scope.document, operation)
    body_name = "content" if is_as_given else naming.body_name(operation)
    is_in_parts = has_parts(scope.document, operation, body_name)
    body = "json" if is_in_parts else None
    for location in ("form", "multipart"):
        body = location if operation.parameters_in(location) else body
    if operation.method == "GET" and operation.body is not None:
        body = body or "json"  # which declares that there is a request body
    media_type = operation.content_type
    is_named = media_type is not None and (
        is_as_given or is_other_json(media_type) or is_json_lines(media_type)
    )
    named = media_type if is_named and "*" not in str(media_type) else None
    keys = own_keys(placed, node, names, naming)
    redirects = bool(operation.statuses) and operation.statuses[0] >= "300"
    return OperationDraft(
        source=placed.operation,
        verb=placed.verb,
        class_name=_class_name(placed.verb, is_action, taken),
        parameters=draft_parameters(
            attrs.evolve(placed, operation=operation),
            naming,
            scope,
            body_name,
            is_in_parts,
            match,
            keys,
        ),
        method=operation.method,
        usual_method="POST" if is_action else _METHODS[placed.verb],
        body=body,
        content_type=named if operation.sends_body else None,
        page=match.page if match else None,
        paging=_paging_location(operation, match),
        redirects=not redirects or result.kind == "bytes",
        is_action=is_action,
        uri=own_path(placed, node) or "",
        path=path_in_place(placed, node, names, keys.values()),
        of_collection=not node.is_item_operation(placed),
        item="" if match or result.kind in ("nothing", "text", "bytes") else result.path,
        body_item=body_item,
        accept=result.accept or (None if operation.sends_body else named),
        sent_parts=[*_enclosing(placed, operation), *operation.parameters_in(*BODY_LOCATIONS)],
        text=operation.summary if naming.descriptions else "",
    )


def _paging_location(operation: DocumentOperation, match: PageMatch | None) -> str | None:
    """Where the parameters of a page are sent, if the others are in the request body."""
    is_apart = operation.sends_body and match is not None and bool(match.hidden)
    return "query" if is_apart and match is not None and match.location == "query" else None


def _enclosing(placed: PlacedOperation, unwrapped: DocumentOperation) -> list[DocumentParameter]:
    """The envelope of a request body, whose members are the parameters."""
    parts = unwrapped.parameters_in("json")
    return [each for each in placed.operation.parameters_in("json") if each not in parts]
