"""Infer the serializer of a parameter from its type, where the declaration does not name one."""

from __future__ import annotations

import functools
import typing
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, Literal, cast

import attrs

from . import date_serializers, scalar_serializers, serializers
from .annotations import is_decimal, is_union, is_uuid, plain_type
from .json_text import wire_text
from .members import has_members
from .names import Naming, as_written
from .readers import converter, has_own_hook, tag_values
from .serializer import Serializer, refuse

_BY_TYPE: dict[object, Serializer] = {
    str: scalar_serializers.text,
    bool: scalar_serializers.boolean,
    int: scalar_serializers.integer,
    float: scalar_serializers.number,
    datetime: date_serializers.iso8601,
    date: date_serializers.iso8601_date,
    Any: serializers.anything,
    object: serializers.anything,
}


@functools.lru_cache(maxsize=2048)
def serializer_for(
    kind: Any, naming: Naming = as_written, tag: str | None = None
) -> Serializer | None:
    """The serializer of a type; None where there is no serializer for it.

    `None` is handled before a serializer is called, so `X | None` has the serializer of `X`.
    naming: the rule for the wire names of members. tag: the key that tells the models of a union
    apart.

    >>> serializer_for(bool | None)(True)
    True
    """
    kind, _ = plain_type(kind)
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    if is_decimal(kind):
        return scalar_serializers.decimal
    if is_uuid(kind):
        return scalar_serializers.uuid
    if is_union(kind):
        return _union(typing.get_args(kind), naming, tag)
    origin: Any = typing.get_origin(kind) or kind
    arguments = typing.get_args(kind)
    if origin is Literal:
        return _literal(arguments)
    if not isinstance(origin, type):
        return None
    if issubclass(origin, Mapping):
        return _mapping(arguments, naming, tag)
    if issubclass(origin, Sequence) and not issubclass(origin, str):
        return _sequence(origin, arguments, naming, tag)
    return _of_class(cast("type[Any]", origin), naming)


def _of_class(kind: type[Any], naming: Naming) -> Serializer | None:
    """A class of objects or of enum members, or one that the user has registered hooks for."""
    if has_members(kind):
        from .model_serializers import model_serializer  # for APIs with models

        return model_serializer(kind, naming, serializer_for)
    if issubclass(kind, Enum):
        return _enum(kind)
    if hasattr(kind, "__total__"):
        return _OBJECT  # a TypedDict
    return _by_own_hook(kind)


def _item(kind: Any, naming: Naming, tag: str | None) -> Serializer | None:
    """The serializer of the items of a list or a map, which may be None where the type says so."""
    serializer = serializer_for(kind, naming, tag)
    if serializer is None or not plain_type(kind)[1]:
        return serializer
    return serializers.or_none(serializer)


def _mapping(arguments: tuple[Any, ...], naming: Naming, tag: str | None) -> Serializer | None:
    item = _item(arguments[1], naming, tag) if arguments else serializers.anything
    if item is None or (arguments and serializer_for(arguments[0]) is None):
        return None
    return _OBJECT if item is serializers.anything else serializers.map_of(item)


def _sequence(
    origin: Any, arguments: tuple[Any, ...], naming: Naming, tag: str | None
) -> Serializer | None:
    """A list whose items have one type; not `tuple[int, str]`, and not bytes."""
    if issubclass(origin, bytes | bytearray):
        return None
    if issubclass(origin, tuple) and arguments[1:] not in ((), (...,)):
        return None
    item = _item(arguments[0], naming, tag) if arguments else serializers.anything
    return serializers.list_of(item) if item else None


def _by_own_hook(kind: type[Any]) -> Serializer | None:
    """A type that the user has registered hooks for on the converter."""
    if kind.__module__ == "builtins" or not has_own_hook(kind):
        return None

    def dump(value: Any) -> Any:
        if not isinstance(value, kind):
            raise refuse(f"a {kind.__name__}")
        return serializers.anything.dump(converter().unstructure(value))

    return Serializer(
        dump, f"a {kind.__name__}", load=lambda wire: converter().structure(wire, kind)
    )


def _dump_object(value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise refuse("a dict")
    return dict(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


_OBJECT = Serializer(_dump_object, "a dict", load=serializers.json_object.load)


def _literal(members: tuple[Any, ...]) -> Serializer:
    """The members of a Literal; a value that the API added later passes if it has their type.

    `load`, which the sandbox calls, accepts the members alone, so that a misspelt value is
    refused there.
    """
    kinds: set[type] = {type(member) for member in members}
    names = ", ".join(map(repr, members))

    def dump(value: Any) -> Any:
        plain = value.value if isinstance(value, Enum) else value
        if type(plain) not in kinds:
            raise refuse(f"one of {names}")
        return plain

    def load(wire: Any) -> Any:
        for member in members:
            if wire == member or wire == wire_text(member):
                return member
        raise refuse(f"one of {names}")

    return Serializer(dump, f"one of {names}", load=load)


def _enum(kind: type[Enum]) -> Serializer:
    literal = _literal(tuple(member.value for member in kind))
    return Serializer(literal.dump, literal.expects, load=lambda wire: kind(literal.load(wire)))


def _is_list(kind: Any) -> bool:
    origin: Any = typing.get_origin(kind)
    return origin is list


def _union(kinds: tuple[Any, ...], naming: Naming, tag: str | None) -> Serializer | None:
    if tag is not None and all(map(has_members, kinds)):
        from .model_serializers import model_serializer, tagged_serializer

        return tagged_serializer(
            tag,
            {
                value: (kind, model_serializer(kind, naming, serializer_for))
                for kind in kinds
                for value in tag_values(kind, tag, naming)
            },
        )
    # One text would also be taken as a list of one.
    in_order = sorted(kinds, key=_is_list)
    members = [serializer_for(kind, naming, tag) for kind in in_order]
    known = [member for member in members if member is not None]
    if len(known) < len(members):
        return None
    union = serializers.first_accepting(known, " or ".join(member.expects for member in known))
    return (
        attrs.evolve(union, dump=functools.partial(_dump_text_first, union))
        if str in kinds
        else union
    )


def _dump_text_first(union: Serializer, value: Any) -> Any:
    """The wire value of one of a union with text: text stays text, and is not read as a number."""
    return scalar_serializers.text.dump(value) if isinstance(value, str) else union.dump(value)
