"""The members of models: their names, types and defaults."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..read.documents import Document
from ..read.nodes import Schema
from .expressions import (
    NONE,
    UNSET,
    Constant,
    Expression,
    Name,
    OrNone,
    literal_of,
    names_of_types,
    or_none,
)
from .identifiers import class_identifier
from .naming import PlainNaming
from .schemas import RECEIVED, SENT, Direction, Enums, Scope, annotation_of
from .texts import text_of
from .wire_forms import moment_of, serializer_of


@attrs.frozen
class MemberDraft:
    """A member of a model.

    default: None, UNSET, or the only value of a tag; Python's None for a member that is required.
    text: what the document says of it, if descriptions are copied.
    """

    name: str
    wire_name: str
    kind: Expression
    default: Expression | None
    serializer: Name | None
    text: str = attrs.field(default="", eq=False)


@attrs.frozen(eq=False)
class PropertySchema:
    """A property of an object. directions: whether it is sent, received, or both."""

    wire_name: str
    schema: Any
    directions: frozenset[Direction]
    required: bool


def property_schemas(
    document: Document, view: Schema, directions: Collection[Direction]
) -> Iterator[PropertySchema]:
    """The properties of an object, without those that are never sent or received.

    Of an object that has a choice of further properties, each of these may be absent.
    """
    own: Mapping[str, Any] = view.get("properties", {})
    required = view.get("required", ())
    for wire_name, schema in {**document.properties(view), **own}.items():
        said = document.merged(schema)
        excluded: frozenset[Direction] = frozenset()
        if document.is_read_only(schema):
            excluded = SENT
        elif said.get("writeOnly"):
            excluded = RECEIVED
        left = frozenset(directions) - excluded
        if left:
            is_required = wire_name in own and wire_name in required
            # What is only received, of a model that is sent as well, cannot be given.
            yield PropertySchema(
                wire_name, schema, left, is_required and len(left) == len(directions)
            )


def draft_members(
    scope: Scope,
    model: str,
    view: Schema,
    directions: Collection[Direction],
    tags: Mapping[str, Sequence[str]],
    naming: PlainNaming,
) -> list[MemberDraft]:
    """The members of a model, those that are required first.

    model: its name. tags: the values of properties that tell it apart in unions.
    """
    scope = attrs.evolve(scope, enums=_ShortEnums(scope.enums, model))
    drafts = [
        _member(scope, each, directions, tags, naming)
        for each in property_schemas(scope.document, view, directions)
    ]
    return _distinct(sorted(drafts, key=lambda each: each.default is not None))


def _member(
    scope: Scope,
    given: PropertySchema,
    directions: Collection[Direction],
    tags: Mapping[str, Sequence[str]],
    naming: PlainNaming,
) -> MemberDraft:
    wire_name = given.wire_name
    scope = attrs.evolve(scope, directions=given.directions)
    kind = moment_of(scope.document, given.schema) or annotation_of(
        scope, given.schema, class_identifier(wire_name)
    )
    default: Expression | None = None
    values = tags.get(wire_name, ())
    if not values and (own := _only_value(scope.document, given.schema)):
        values = (own,)
    if values:
        kind = literal_of(values)
    if len(values) == 1:  # so that a program need not say what the class says
        default = Constant(values[0])
    elif not given.required and "received" in directions:
        kind, default = or_none(kind), NONE
    elif not given.required:
        default = NONE if isinstance(kind, OrNone) else UNSET
    serializer = serializer_of(scope.document, given.schema, "json")
    return MemberDraft(
        name=naming.field_name(wire_name),
        wire_name=wire_name,
        kind=kind,
        default=default,
        serializer=serializer if isinstance(serializer, Name) else None,
        text=text_of(naming, scope.document, given.schema),
    )


def _only_value(document: Document, schema: Any) -> str | None:
    """The text that is the only value of a property and its default; None if it is not."""
    view = document.merged(schema)
    values = view.get("enum", [view["const"]] if "const" in view else [])
    is_only = len(values) == 1 and values[0] == view.get("default")
    return values[0] if is_only and isinstance(values[0], str) else None


def _distinct(members: Sequence[MemberDraft]) -> list[MemberDraft]:
    """The members with distinct names, of which none is a name that the class uses otherwise."""
    taken = {"field", "self", *(text for each in members for text in names_of_types(each.kind))}
    distinct: list[MemberDraft] = []
    for each in members:
        member = each
        while member.name in taken:
            member = attrs.evolve(member, name=f"{member.name}_")
        taken.add(member.name)
        distinct.append(member)
    return distinct


_MAX_LITERAL = 48


@attrs.frozen(eq=False)
class _ShortEnums:
    """Writes short Literal types in place if no resource has them; the others get names that begin
    with the model's."""

    enums: Enums
    model: str

    def of(
        self, component: str | None, fallback: str, members: tuple[str | int, ...]
    ) -> Expression:
        length = sum(len(repr(each)) + 2 for each in members)
        if component is None and length <= _MAX_LITERAL:
            return self.enums.known(fallback, members) or literal_of(members)
        return self.enums.of(component, f"{self.model}{fallback}", members)

    def known(self, name: str, members: tuple[str | int, ...]) -> Expression | None:
        """The type of this name, if it has these members."""
        return self.enums.known(name, members)
