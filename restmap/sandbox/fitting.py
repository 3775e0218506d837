"""Values in the types of fields: the type of a parameter often differs from that of its field.

A create takes `region="nyc1"` where the record has an object, or text where it has a number.
"""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, Literal, cast
from uuid import UUID

from ..declare.annotations import is_union, plain_type
from ..declare.inference import serializer_for
from ..declare.json_text import wire_text
from ..declare.members import Member, has_members, members_of, naming_inside
from ..declare.names import Naming
from ..declare.scalar_readers import read_datetime
from ..declare.serializer import refuse
from .values import MakeDefault

# What most APIs call the member of an object by which it is known, the usual ones first.
_KEY_NAMES = ("id", "uuid", "key", "slug", "name")


def fit(wire: Any, kind: Any, naming: Naming, keys: Sequence[str] = ()) -> Any:
    """A wire value as a field of a type has it.

    Text becomes a number, a truth value or an object where the field is one: an object with just
    its key. A single value becomes a list. naming: the rule for the wire names of members. keys:
    the names that the key of such an object may have, besides the usual ones.
    Raises ValueError for a value that the field cannot have.

    >>> from restmap import Model
    >>> class Region(Model):
    ...     slug: str
    >>> fit("nyc1", Region, str), fit("7", int, str), fit("a", list[str], str)
    ({'slug': 'nyc1'}, 7, ['a'])
    """
    if wire is None or kind is str:
        return wire
    kind, _ = plain_type(kind)
    if kind in (str, Any, object) or is_union(kind):
        return wire
    origin: Any = typing.get_origin(kind) or kind
    if origin is Literal:
        return _fit_literal(wire, typing.get_args(kind))
    if not isinstance(origin, type):
        return wire
    if has_members(origin):
        if isinstance(wire, Mapping):
            return cast("Mapping[str, Any]", wire)
        return _object_of_key(wire, origin, naming, keys)
    if issubclass(origin, Mapping):
        return _fit_map(wire)
    if issubclass(origin, Sequence | set | frozenset) and not issubclass(origin, bytes | bytearray):
        (item, *_) = typing.get_args(kind) or (Any,)
        return [fit(each, item, naming, keys) for each in _items_of(wire)]
    return _fit_scalar(wire, kind, cast("type[Any]", origin))


def _fit_literal(wire: Any, members: tuple[Any, ...]) -> Any:
    """A value of a Literal; text that is no member is kept, as an API may have added it."""
    if wire in members or (isinstance(wire, str) and isinstance(members[0], str)):
        return wire
    found = next((each for each in members if wire_text(each) == wire_text(wire)), None)
    if found is None:
        raise refuse("one of " + ", ".join(map(repr, members)))
    return found


def literal_member(value: Any, kind: Any, *, is_free: bool) -> Any:
    """The member of the Literal of a field that a value is, in upper or lower case.

    Of other types, and where there is none, the value. is_free: whether it can be any text; then a
    ValueError is raised where there is none.
    """
    plain, _ = plain_type(kind)
    if typing.get_origin(plain) is not Literal or not isinstance(value, str):
        return value
    members = typing.get_args(plain)
    if value in members:
        return value
    found = next((each for each in members if wire_text(each).lower() == value.lower()), None)
    if found is None and is_free:
        raise refuse("one of " + ", ".join(map(repr, members)))
    return value if found is None else found


def _fit_scalar(wire: Any, kind: Any, origin: type) -> Any:
    """A number or a truth value for text that is one; dates and UUIDs stay as they were written."""
    serializer = serializer_for(kind)
    if serializer is None:
        return wire
    try:
        if issubclass(origin, bool | int | float) and not issubclass(origin, Enum):
            return serializer.load(wire)
        if issubclass(origin, date):
            read_datetime(wire)
        elif issubclass(origin, UUID | Decimal | Enum):
            serializer.load(wire)
    except (TypeError, ValueError, ArithmeticError):
        raise refuse(serializer.expects) from None
    return wire


def _fit_map(wire: Any) -> Any:
    loaded = _from_json(wire, "{") if isinstance(wire, str) else wire
    if not isinstance(loaded, Mapping):
        raise refuse("an object")
    return cast("Mapping[str, Any]", loaded)


def _items_of(wire: Any) -> list[Any]:
    """The items of a list that was given as JSON text, with commas, or as a single value."""
    loaded = _from_json(wire, "[") if isinstance(wire, str) else wire
    if isinstance(loaded, list):
        return cast("list[Any]", loaded)
    return loaded.split(",") if isinstance(loaded, str) else [loaded]


def _from_json(text: str, beginning: str) -> Any:
    """The value of JSON text that begins so; other text unchanged."""
    if not text.lstrip().startswith(beginning):
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _object_of_key(wire: Any, kind: Any, naming: Naming, keys: Sequence[str]) -> dict[str, Any]:
    """The object that a key stands for: `{"gid": "12"}`."""
    if isinstance(wire, list):
        raise refuse("an object")
    member = _member_for(wire, kind, (*keys, *_KEY_NAMES))
    return {} if member is None else {member.wire_name(naming_inside(kind, naming)): wire}


def _member_for(wire: Any, kind: Any, names: Sequence[str]) -> Member | None:
    """The member of a model that a key is: one that has to be there before one that need not be.

    Of those, one with a usual name before the first that is text.
    """
    members = {each.name: each for each in members_of(kind) if _can_hold(wire, each.kind)}
    required = [each for each in members.values() if not each.has_default and not each.nullable]
    usual = [members[name] for name in names if name in members]
    in_order = [*(each for each in usual if each in required), *required, *usual]
    return next(iter(in_order), None)


def _can_hold(wire: Any, kind: Any) -> bool:
    """Whether a member can be a key: text, or a number for a number."""
    plain, _ = plain_type(kind)
    return plain is str or (plain is int and re.fullmatch("-?[0-9]+", str(wire)) is not None)


def member_named(kind: Any, name: str) -> Member | None:
    """The member of a model or a resource with a name; None if it has none, or is neither."""
    members = members_of(kind) if has_members(kind) else ()
    return next((each for each in members if each.name == name), None)


def complete(wire: Any, kind: Any, naming: Naming, make_default: MakeDefault) -> Any:
    """A wire value whose objects have all the members that their models require.

    The objects of a response often have more than those of a request, such as an id.
    """

    def add_missing(model: Any, given: Mapping[str, Any]) -> dict[str, Any]:
        inside = naming_inside(model, naming)
        missing = {
            name: make_default(each.kind, inside)
            for each in members_of(model)
            if (name := each.wire_name(inside)) not in given and not each.has_default
        }
        return {**given, **missing}

    return _change_objects(wire, kind, naming, add_missing)


def declared_only(wire: Any, kind: Any, naming: Naming) -> Any:
    """A wire value whose objects have no members that their models do not declare."""

    def drop_others(model: Any, given: Mapping[str, Any]) -> dict[str, Any]:
        inside = naming_inside(model, naming)
        names = {each.wire_name(inside) for each in members_of(model)}
        return {name: each for name, each in given.items() if name in names}

    return _change_objects(wire, kind, naming, drop_others)


def _change_objects(
    wire: Any, kind: Any, naming: Naming, change: Callable[[Any, Mapping[str, Any]], dict[str, Any]]
) -> Any:
    """A wire value with its objects changed, those inside of others first.

    change: takes the class of an object, and the object.
    """
    kind, _ = plain_type(kind)
    if not has_models(kind):
        return wire
    origin: Any = typing.get_origin(kind) or kind
    if isinstance(wire, list):
        (item, *_) = typing.get_args(kind) or (Any,)
        items = cast("list[Any]", wire)
        return [_change_objects(each, item, naming, change) for each in items]
    if not isinstance(wire, Mapping):
        return wire
    given = cast("Mapping[str, Any]", wire)
    if not has_members(origin):
        item = typing.get_args(kind)[-1]
        return {key: _change_objects(each, item, naming, change) for key, each in given.items()}
    inside = naming_inside(origin, naming)
    kinds = {each.wire_name(inside): each.kind for each in members_of(origin)}
    changed = {
        name: _change_objects(each, kinds.get(name, Any), inside, change)
        for name, each in given.items()
    }
    return change(origin, changed)


@lru_cache(maxsize=2048)
def has_models(kind: Any) -> bool:
    """Whether a type is a model or a resource, or a list or a map of them.

    A union could be several.
    """
    kind, _ = plain_type(kind)
    if is_union(kind):
        return False
    return has_members(kind) or any(has_models(each) for each in typing.get_args(kind)[-1:])
