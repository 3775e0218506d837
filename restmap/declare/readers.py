"""Readers: from a wire value in a response to its Python value, by type.

Scalars are read by the functions here; lists, maps, unions and models by cattrs, whose converter
calls the same functions. The converter is created when the first of these types is read, since
many programs never read one.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from .annotations import is_decimal, is_union, plain_type

if TYPE_CHECKING:
    from decimal import Decimal

    from cattrs import Converter

Reader: TypeAlias = Callable[[Any], Any]
"""From a wire value to its Python value; raises ValueError or TypeError for a value it refuses."""


def _exactly(kind: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"expected {kind.__name__}")
        return value

    return read


def _read_float(value: Any) -> float:
    if type(value) not in (int, float):
        raise ValueError("expected a number")
    return float(value)


def _read_datetime(value: Any) -> datetime:
    """Read ISO 8601, else RFC 2822, with its time zone; without a time zone it is UTC."""
    if not isinstance(value, str):
        raise ValueError("expected a date-time as text")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        from email.utils import parsedate_to_datetime

        moment = parsedate_to_datetime(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_date(value: Any) -> date:
    if not isinstance(value, str):
        raise ValueError("expected a date as text")
    return date.fromisoformat(value)


def _read_decimal(value: Any) -> Decimal:
    from decimal import Decimal, InvalidOperation

    if type(value) not in (str, int, float):
        raise ValueError("expected a decimal number")
    try:
        return Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError("expected a decimal number") from error


def _as_received(value: Any) -> Any:
    return value


SCALARS: Mapping[Any, Reader] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    float: _read_float,
    datetime: _read_datetime,
    date: _read_date,
    Any: _as_received,
    object: _as_received,
}


def _one_of(members: Sequence[Any]) -> Reader:
    known = frozenset(members)

    def read(value: Any) -> Any:
        if not isinstance(value, str | int | None) or value not in known:
            raise ValueError(f"expected one of {', '.join(map(repr, members))}")
        return value

    return read


@functools.lru_cache(maxsize=1024)
def reader_for(kind: Any) -> Reader:
    """The reader of a type; each is created once."""
    kind, nullable = plain_type(kind)
    read = SCALARS.get(kind) or _composed_reader(kind)
    return functools.partial(_nullable, read) if nullable else read


@functools.lru_cache(maxsize=1024)
def unconverted_values(kind: Any) -> tuple[type | None, frozenset[Any] | None]:
    """The class whose values need no conversion, and which of its values; None for all of them.

    >>> unconverted_values(str | None), unconverted_values(datetime)
    ((<class 'str'>, None), (None, None))
    """
    kind, _ = plain_type(kind)
    if kind in (str, int, bool):
        return kind, None
    if typing.get_origin(kind) is Literal:
        members = typing.get_args(kind)
        classes: set[Any] = {type(each) for each in members}
        if len(classes) == 1 and classes <= {str, int}:
            return classes.pop(), frozenset(members)
    return None, None


def _composed_reader(kind: Any) -> Reader:
    if is_decimal(kind):
        return _read_decimal
    if typing.get_origin(kind) is Literal:
        return _one_of(typing.get_args(kind))
    return functools.partial(_structure, converter().get_structure_hook(kind), kind)


def _nullable(read: Reader, value: Any) -> Any:
    return None if value is None else read(value)


def _structure(hook: Callable[[Any, Any], Any], kind: Any, value: Any) -> Any:
    """Structure a value by cattrs; its errors become a ValueError that names the paths."""
    from cattrs import BaseValidationError, transform_error

    try:
        return hook(value, kind)
    except BaseValidationError as error:
        raise ValueError("; ".join(transform_error(error))) from error
    except (KeyError, AttributeError) as error:
        raise ValueError(f"expected {kind}") from error


@functools.lru_cache(maxsize=1)
def converter() -> Converter:
    """The cattrs converter that reads and writes lists, maps, unions and models.

    Register a hook on it for a type of your own, before the first class that uses the type:
    `restmap.converter().register_structure_hook(Money, read_money)`.
    """
    from decimal import Decimal

    import attrs
    import cattrs

    created = cattrs.Converter(unstruct_collection_overrides={})
    for kind, read in {**SCALARS, Decimal: _read_decimal}.items():
        if isinstance(kind, type) and kind is not object:
            created.register_structure_hook(kind, _as_hook(read))
    created.register_structure_hook_func(_is_list, _read_list)
    created.register_structure_hook_func(_is_union_of_types, _read_union)
    created.register_structure_hook_factory(attrs.has, functools.partial(_model_hook, created))
    return created


def _as_hook(read: Reader) -> Callable[[Any, Any], Any]:
    def hook(value: Any, kind: Any) -> Any:
        # The type may be a subclass of the one the hook is for: `class Status(str, Enum)`.
        return kind(value) if issubclass(kind, Enum) else read(value)

    return hook


def _model_hook(converter: Converter, kind: type[Any]) -> Callable[[Any, Any], Any]:
    from cattrs.gen import make_dict_structure_fn

    return make_dict_structure_fn(kind, converter)


def _is_list(kind: Any) -> bool:
    origin = typing.get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, list)


def _read_list(value: Any, kind: Any) -> list[Any]:
    """Read a list, and only a list: cattrs would read a string as a list of its letters."""
    if not isinstance(value, list):
        raise ValueError("expected a list")
    read = reader_for(next(iter(typing.get_args(kind)), Any))
    return [read(each) for each in cast(list[Any], value)]


def _is_union_of_types(kind: Any) -> bool:
    """A union of more than one type beside None."""
    return is_union(plain_type(kind)[0])


def _read_union(value: Any, kind: Any) -> Any:
    """Read a value by the first member of a union that accepts it."""
    for member in typing.get_args(plain_type(kind)[0]):
        try:
            return reader_for(member)(value)
        except Exception:  # a user's hook may raise anything
            continue
    raise ValueError(f"expected {kind}")


def is_readable(kind: Any) -> bool:
    """Whether values of a type can be read, without creating a reader."""
    kind, _ = plain_type(kind)
    origin: Any
    if kind in SCALARS or is_decimal(kind) or kind is None or kind is type(None):
        return True
    origin = typing.get_origin(kind) or kind
    arguments = typing.get_args(kind)
    if origin is Literal:
        return True
    if is_union(kind):
        return all(map(is_readable, arguments))
    if not isinstance(origin, type):
        return False
    if issubclass(origin, list | dict | tuple | set | frozenset):
        return all(is_readable(each) for each in arguments if each is not ...)
    return _is_model(origin) or _has_own_hook(origin)


def _is_model(kind: Any) -> bool:
    marks = ("__attrs_attrs__", "__dataclass_fields__", "__total__")  # the last, a TypedDict's
    return issubclass(kind, Enum) or any(hasattr(kind, mark) for mark in marks)


def _has_own_hook(kind: Any) -> bool:
    if not converter.cache_info().currsize:  # without a converter, no user has registered a hook
        return False
    try:
        converter().get_structure_hook(kind)
    except Exception:
        return False
    return True
