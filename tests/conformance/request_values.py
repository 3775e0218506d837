"""Wire values as the Python values that a program would give for a type."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from restmap.declare.annotations import is_union, plain_type
from restmap.declare.files import file_serializer_for
from restmap.declare.members import is_model, members_of
from restmap.declare.names import Naming


def python_value(kind: Any, wire: Any, naming: Naming) -> Any:
    """The Python value for a wire value; one that does not fit the type stays as it is.

    naming: the rule for the wire names of members.
    """
    plain, _ = plain_type(kind)
    if wire is None:
        return None
    if file_serializer_for(plain) is not None:
        return [each.encode() for each in wire] if isinstance(wire, list) else str(wire).encode()
    if is_union(plain):
        return _of_union(typing.get_args(plain), wire, naming)
    origin, arguments = typing.get_origin(plain) or plain, typing.get_args(plain)
    if isinstance(wire, list) and arguments and _is_sequence(origin):
        return [python_value(arguments[0], each, naming) for each in wire]
    if isinstance(wire, dict) and is_model(plain):
        return _of_model(plain, wire, naming)
    if isinstance(wire, dict) and arguments and issubclass(origin, Mapping):
        return {key: python_value(arguments[1], each, naming) for key, each in wire.items()}
    return _of_scalar(plain, wire)


def _is_sequence(origin: Any) -> bool:
    return isinstance(origin, type) and issubclass(origin, Sequence)


def _of_scalar(plain: Any, wire: Any) -> Any:
    try:
        if plain is datetime and isinstance(wire, str):
            return datetime.fromisoformat(wire)
        if plain is datetime and isinstance(wire, int | float):
            return datetime.fromtimestamp(wire, UTC)
        if plain is date and isinstance(wire, str):
            return date.fromisoformat(wire)
        if plain is Decimal and isinstance(wire, str | int | float):
            return Decimal(str(wire))
        if plain is UUID and isinstance(wire, str):
            return UUID(wire)
    except (ValueError, ArithmeticError):
        pass
    return wire


def _of_model(model: Any, wire: dict[str, Any], naming: Naming) -> dict[str, Any]:
    """A dict by wire names, with the values of members that the model declares as their types."""
    members = {each.wire_name(naming): each for each in members_of(model)}
    return {
        key: python_value(members[key].kind, value, naming) if key in members else value
        for key, value in wire.items()
    }


def _of_union(kinds: tuple[Any, ...], wire: Any, naming: Naming) -> Any:
    """The value for the member of a union that fits best: the model with the most of the keys."""
    plain_kinds = [plain_type(each)[0] for each in kinds]
    if isinstance(wire, dict):
        models = [each for each in plain_kinds if is_model(each)]
        if models:
            best = max(
                models,
                key=lambda model: len(
                    {each.wire_name(naming) for each in members_of(model)} & wire.keys()
                ),
            )
            return python_value(best, wire, naming)
    if isinstance(wire, int | float) and any(each in (int, float) for each in plain_kinds):
        return wire
    for kind in plain_kinds:
        origin = typing.get_origin(kind) or kind
        if isinstance(wire, list) == _is_sequence(origin) or origin in (datetime, date):
            value = python_value(kind, wire, naming)
            if value is not wire or isinstance(wire, list):
                return value
    return wire
