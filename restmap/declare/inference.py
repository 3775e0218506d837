"""Infer the serializer of a parameter from its type, where the declaration does not name one."""

from __future__ import annotations

import functools
import typing
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, Literal

from . import serializers
from .annotations import is_decimal, is_union, plain_type
from .serializers import Serializer, refuse

_BY_TYPE: dict[object, Serializer] = {
    str: serializers.text,
    bool: serializers.boolean,
    int: serializers.integer,
    float: serializers.number,
    datetime: serializers.iso8601,
    date: serializers.iso8601_date,
    Any: serializers.anything,
    object: serializers.anything,
}


@functools.lru_cache(maxsize=1024)
def serializer_for(kind: Any) -> Serializer | None:
    """The serializer of a type; None where there is no serializer for it.

    `None` is handled before a serializer is called, so `X | None` has the serializer of `X`.

    >>> serializer_for(bool | None)(True)
    True
    """
    kind, _ = plain_type(kind)
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    if is_decimal(kind):
        return serializers.decimal
    if is_union(kind):
        return _union(typing.get_args(kind))
    origin: Any = typing.get_origin(kind) or kind
    arguments = typing.get_args(kind)
    if origin is Literal:
        return _literal(arguments)
    if not isinstance(origin, type):
        return None
    if hasattr(kind, "__attrs_attrs__"):
        return _model(kind)
    if issubclass(origin, Enum):
        return _enum(origin)
    if issubclass(origin, Mapping):
        return _OBJECT if all(map(serializer_for, arguments)) else None
    return _sequence(origin, arguments)


def _sequence(origin: Any, arguments: tuple[Any, ...]) -> Serializer | None:
    """A list whose items have one type; not `tuple[int, str]`, and not bytes."""
    if not issubclass(origin, Sequence) or issubclass(origin, bytes | bytearray):
        return None
    if issubclass(origin, tuple) and arguments[1:] not in ((), (...,)):
        return None
    item = serializer_for(arguments[0]) if arguments else serializers.anything
    return serializers.list_of(item) if item else None


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
            if wire == member or wire == serializers.wire_text(member):
                return member
        raise refuse(f"one of {names}")

    return Serializer(dump, f"one of {names}", load=load)


def _enum(kind: type[Enum]) -> Serializer:
    literal = _literal(tuple(member.value for member in kind))
    return Serializer(literal.dump, literal.expects, load=lambda wire: kind(literal.load(wire)))


def _union(kinds: tuple[Any, ...]) -> Serializer | None:
    """A union: the first of its members that accepts a value serializes it."""
    members = [serializer_for(kind) for kind in kinds]
    known = [member for member in members if member is not None]
    if len(known) < len(members):
        return None
    expects = " or ".join(member.expects for member in known)

    def try_each(method: str, value: Any) -> Any:
        for member in known:
            try:
                return getattr(member, method)(value)
            except (TypeError, ValueError):
                continue
        raise refuse(expects)

    return Serializer(
        functools.partial(try_each, "dump"), expects, load=functools.partial(try_each, "load")
    )


def _model(kind: type) -> Serializer:
    """An attrs class, or a dict in its place, as a JSON object."""

    def dump(value: Any) -> Any:
        from .readers import converter

        if isinstance(value, Mapping):
            return dict(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        if not isinstance(value, kind):
            raise refuse(f"{kind.__name__}, or a dict")
        return converter().unstructure(value)

    return Serializer(dump, f"{kind.__name__}, or a dict", load=serializers.json_object.load)
