"""From the type of a field to its column."""

from __future__ import annotations

import typing
from collections.abc import Sequence
from enum import Enum
from typing import Any, Literal

from ..declare.annotations import is_decimal, is_union, is_uuid, plain_type
from ..declare.fields import FieldSpec
from ..declare.members import has_members, is_model, members_of, naming_inside
from ..declare.names import Naming
from ..declare.readers import has_own_hook
from ..declare.scalar_readers import SCALARS
from .columns import Column, JsonColumn, OpenDictionaryColumn
from .nested_columns import ListColumn, MapColumn, StructColumn, StructMember, usable_default
from .scalar_columns import column_of_reader, scalar_column


def column_of(
    kind: Any, naming: Naming, spec: FieldSpec | None = None, above: frozenset[Any] = frozenset()
) -> Column:
    """The column of a field's or a member's type.

    naming: the rule for the wire names of members. spec: the arguments of its `field()`.
    above: the classes that it is nested in; one that is nested in itself is JSON text there.
    """
    plain, _ = plain_type(kind)
    if spec is not None and spec.own_reader is not None:
        return column_of_reader(plain, spec.own_reader) or JsonColumn()
    return scalar_column(plain) or _composed(plain, naming, above)


def _composed(kind: Any, naming: Naming, above: frozenset[Any]) -> Column:
    origin, arguments = typing.get_origin(kind) or kind, typing.get_args(kind)
    if origin is Literal:
        return _column_of_members(arguments)
    if is_union(kind):
        return JsonColumn(as_text=all(map(_is_scalar, arguments)))
    if not isinstance(origin, type) or kind in above:
        return JsonColumn()
    if issubclass(origin, list | set | frozenset):
        item = arguments[0] if arguments else Any
        return ListColumn(column_of(item, naming, None, above))
    if issubclass(origin, dict):
        is_map = bool(arguments) and arguments[1] not in (Any, object)
        return MapColumn(column_of(arguments[1], naming, None, above)) if is_map else JsonColumn()
    if issubclass(origin, Enum):
        return _column_of_members([member.value for member in origin])
    members = _struct_members(kind, naming, above | {kind})
    return StructColumn(members) if members else JsonColumn()


def _column_of_members(members: Sequence[Any]) -> Column:
    """The column of a Literal or an enum."""
    known = [each for each in members if each is not None]
    classes: set[Any] = {*map(type, known)}
    if classes == {str}:
        return OpenDictionaryColumn(known)
    alone = classes.pop() if len(classes) == 1 else None
    return scalar_column(alone) or JsonColumn(as_text=True)


def _is_scalar(kind: Any) -> bool:
    plain, _ = plain_type(kind)
    if plain in (Any, object):
        return False
    is_literal = typing.get_origin(plain) is Literal
    return plain in SCALARS or is_literal or is_decimal(plain) or is_uuid(plain)


def _struct_members(kind: Any, naming: Naming, above: frozenset[Any]) -> list[StructMember]:
    """The members of a model or of a nested resource; none for any other class."""
    if not has_members(kind) or (is_model(kind) and has_own_hook(kind)):
        return []
    naming = naming_inside(kind, naming)
    return [
        StructMember(
            member.name,
            member.wire_name(naming),
            column_of(member.kind, naming, member.spec, above),
            usable_default(member.spec.make_default()),
        )
        for member in members_of(kind)
    ]
