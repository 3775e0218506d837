"""Nested objects: how many of those that documents describe have a type, and which have none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, cast

import attrs

from ..read.documents import Document
from ..read.inventory import Inventory
from ..read.nodes import IllFormedError
from ..read.operations import DocumentOperation, reference
from ..read.references import BrokenReferenceError
from .expressions import ANY, Expression, walk


@attrs.define(eq=False)
class DraftedProperties:
    """The properties of schemas that became fields, parameters or members, with the outcome.

    The outcome is the reason why a property has no exact type; empty text if it has one.
    """

    _outcomes: dict[int, tuple[Any, str]] = attrs.field(init=False, factory=dict[int, Any])

    def add(self, schema: Any, kind: Expression | None, reason: str = "") -> None:
        """Add a property.

        kind: its type; None if a page type reads it. reason: why the type is not exact.
        """
        is_exact = kind is None or ANY not in walk(kind)
        outcome = "" if is_exact else reason or "any value fits a part of it"
        known = self._outcomes.get(id(schema))
        if known is None or not outcome:
            # Keeping the schema keeps its id from being given to another object.
            self._outcomes[id(schema)] = schema, outcome

    def outcome(self, schema: Any) -> str | None:
        """The outcome for a property; None if no declared operation uses it."""
        known = self._outcomes.get(id(schema))
        return known[1] if known is not None else None


@attrs.frozen
class NestedObjects:
    """The nested objects of documents: properties that are objects with properties of their own.

    typed: the number of those with an exact type. untyped: one line for each of the others that a
    declared operation uses, with the reason. unused: the number of those that none uses.
    """

    typed: int = 0
    untyped: Sequence[str] = ()
    unused: int = 0

    @property
    def used(self) -> int:
        """The number of those that a declared operation uses."""
        return self.typed + len(self.untyped)


def count_nested_objects(
    inventory: Inventory, drafted: Sequence[DraftedProperties]
) -> NestedObjects:
    """Count the nested objects in the declared operations and in the components of documents.

    drafted: the properties that were drafted, in each version.
    """
    typed, unused = 0, 0
    untyped: list[str] = []
    seen: dict[int, Any] = {}
    for document, label, schema in _used_objects(inventory, seen):
        outcomes = [each.outcome(schema) for each in drafted]
        reasons = [each for each in outcomes if each is not None]
        if "" in reasons:
            typed += 1
        else:
            reason = reasons[0] if reasons else "its response is not a record"
            untyped.append(f"{document.name}, {label}: {reason}")
    for document in {id(each): each for each, _ in inventory.operations.values()}.values():
        unused += sum(1 for _ in _nested_objects(document, _components(document), seen))
    return NestedObjects(typed, sorted(untyped), unused)


Labelled: TypeAlias = tuple[str, Any]
"""A schema, with its name in messages."""


def _used_objects(
    inventory: Inventory, seen: dict[int, Any]
) -> Iterator[tuple[Document, str, Any]]:
    """The objects that declared operations receive, and then those that they only send."""
    for document, operation in inventory.declarable():
        received = [(operation.id, operation.response)]
        for label, schema in _nested_objects(document, received, seen):
            yield document, label, schema
    for document, operation in inventory.declarable():
        sent = _sent_schemas(operation)
        for label, schema in _nested_objects(document, sent, seen, is_sent=True):
            yield document, label, schema


def _sent_schemas(operation: DocumentOperation) -> list[Labelled]:
    form = {each.name: each.schema for each in operation.parameters_in("form")}
    schemas: list[Labelled] = [(operation.id, {"properties": form})]
    if operation.body is not None:
        schemas.append((operation.id, operation.body.schema))
    return schemas


def _components(document: Document) -> list[Labelled]:
    components: Any = document.content.get("components")
    schemas: Any = cast("dict[str, Any]", components).get("schemas") if components else None
    return list(cast("dict[str, Any]", schemas).items()) if isinstance(schemas, dict) else []


def _nested_objects(
    document: Document,
    schemas: Iterable[Labelled],
    seen: dict[int, Any],
    is_sent: bool = False,
) -> Iterator[Labelled]:
    """The properties that are objects, in some schemas and in all that these refer to.

    seen: the schemas that were looked through, by id. is_sent: whether only a request has them: it
    does not have what is read-only.
    """
    pending = list(schemas)
    while pending:
        label, schema = pending.pop()
        component = reference(schema)
        if component is not None:
            label, schema = component, _target(document, schema)
        if not isinstance(schema, dict) or id(cast("object", schema)) in seen:
            continue
        inner = cast("dict[str, Any]", schema)
        seen[id(inner)] = inner
        for name, each in _properties(inner):
            if is_sent and document.is_read_only(each):
                continue
            if _is_described(document, each):
                yield f"{label}.{name}", each
            pending.append((f"{label}.{name}", each))
        pending += [(label, each) for each in _parts(inner)]


def _target(document: Document, schema: Any) -> Any:
    try:
        return document.references.look_up(schema["$ref"])
    except BrokenReferenceError:
        return None


def _properties(schema: Mapping[str, Any]) -> list[tuple[str, Any]]:
    properties = schema.get("properties")
    return list(cast("dict[str, Any]", properties).items()) if isinstance(properties, dict) else []


def _parts(schema: Mapping[str, Any]) -> Iterator[Any]:
    """The schemas inside a schema, without those of its properties."""
    for keyword in ("allOf", "oneOf", "anyOf"):
        parts = schema.get(keyword)
        yield from cast("list[Any]", parts) if isinstance(parts, list) else ()
    yield from (schema[each] for each in ("items", "additionalProperties") if each in schema)


def _is_described(document: Document, schema: Any) -> bool:
    """Whether a value is, or contains, an object whose properties the document describes."""
    pending, seen = [schema], set[int]()
    while pending:
        try:
            view = document.merged(pending.pop())
        except IllFormedError:
            continue
        if view.get("properties"):
            return True
        if id(view) not in seen:
            seen.add(id(view))
            pending += _parts(view)
    return False
