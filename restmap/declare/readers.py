"""Readers: from a wire value in a response to its Python value, by type.

The readers of scalars are in `scalar_readers.py`, those of lists, maps and unions in
`composed_readers.py`, those of models in `model_readers.py`. A resource makes that of its records.
Any other type is read by cattrs.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, cast

from .annotations import is_decimal, is_union, is_uuid, plain_type
from .composed_readers import (
    ListReader,
    MapReader,
    NullableReader,
    Reader,
    TaggedReader,
    UnionReader,
)
from .members import has_members, is_model, is_resource, is_structured, members_of
from .names import Naming, as_written
from .scalar_readers import SCALARS, as_received, one_of, read_decimal, read_uuid, refuse_text

if TYPE_CHECKING:
    from cattrs import Converter


@functools.lru_cache(maxsize=2048)
def reader_for(kind: Any, naming: Naming = as_written, tag: str | None = None) -> Reader:
    """The reader of a type; each is created once.

    naming: the rule for the wire names of members. tag: the key that tells the models of a union
    apart; by default the first model that loses nothing of an object reads it.
    """
    plain, nullable = plain_type(kind)
    reader = _reader_for(plain, naming, tag)
    return NullableReader(reader) if nullable and reader.read is not as_received else reader


def _reader_for(kind: Any, naming: Naming, tag: str | None) -> Reader:
    if kind in SCALARS:
        return Reader(SCALARS[kind])
    if is_decimal(kind):
        return Reader(read_decimal)
    if is_uuid(kind):
        return Reader(read_uuid)
    origin, arguments = typing.get_origin(kind) or kind, typing.get_args(kind)
    if origin is Literal:
        return Reader(one_of(arguments))
    if is_union(kind):
        return _union_reader(kind, arguments, naming, tag)
    if isinstance(origin, type) and issubclass(origin, list | set | frozenset | dict):
        return _collection_reader(cast("type[Any]", origin), arguments, naming, tag)
    if is_resource(kind):
        reader: Reader = kind._make_reader()
        return reader
    hook = _own_hook(kind)
    if hook is None and is_model(kind):
        from .model_readers import ModelReader  # for APIs with models

        return ModelReader(kind, naming, reader_for)
    if hook is None:
        raise TypeError(f"no reader is known for {kind!r}")
    return Reader(functools.partial(_structure, hook, kind))


def _collection_reader(
    origin: type[Any], arguments: tuple[Any, ...], naming: Naming, tag: str | None
) -> Reader:
    item = reader_for(arguments[-1] if arguments else Any, naming, tag)
    if issubclass(origin, dict):
        has_key = bool(arguments) and arguments[0] not in (str, Any)
        return MapReader(reader_for(arguments[0]).read if has_key else None, item)
    return ListReader(item, list if issubclass(origin, list) else origin)


def _union_reader(kind: Any, arguments: tuple[Any, ...], naming: Naming, tag: str | None) -> Reader:
    if tag is not None:
        by_tag = {value: each for each in arguments for value in tag_values(each, tag, naming)}
        return TaggedReader(tag, {key: reader_for(each, naming) for key, each in by_tag.items()})
    members = [reader_for(each, naming) for each in arguments]
    if str in arguments:  # then text is text, and not a number
        members = [
            Reader(functools.partial(refuse_text, member.read)) if _is_number(each) else member
            for each, member in zip(arguments, members, strict=True)
        ]
    names = [getattr(each, "__name__", str(each)) for each in arguments]
    return UnionReader(members, " | ".join(names))


def _is_number(kind: Any) -> bool:
    return kind in (int, float) or is_decimal(kind)


def tag_values(kind: Any, tag: str, naming: Naming) -> tuple[Any, ...]:
    """The values of the tag that name a model or a resource: those of the Literal it declares."""
    for member in members_of(kind) if has_members(kind) else ():
        plain, _ = plain_type(member.kind)
        if member.wire_name(naming) == tag and typing.get_origin(plain) is Literal:
            return typing.get_args(plain)
    return ()


def is_readable(kind: Any) -> bool:
    """Whether values of a type can be read, without creating a reader."""
    kind, _ = plain_type(kind)
    if kind in SCALARS or is_decimal(kind) or is_uuid(kind) or kind is None or kind is type(None):
        return True
    origin: Any = typing.get_origin(kind) or kind
    arguments = typing.get_args(kind)
    if origin is Literal:
        return True
    if is_union(kind):
        return all(map(is_readable, arguments))
    if not isinstance(origin, type):
        return False
    if issubclass(origin, list | dict | tuple | set | frozenset):
        return all(is_readable(each) for each in arguments if each is not ...)
    return is_structured(origin) or has_own_hook(origin)


def has_own_hook(kind: Any) -> bool:
    """Whether the user has registered a hook for a type on the converter."""
    # Without a converter, no user has registered a hook.
    return bool(converter.cache_info().currsize) and _own_hook(kind) is not None


# -- other types, by cattrs -----------------------------------------------------------------


@functools.lru_cache(maxsize=1)
def converter() -> Converter:
    """The cattrs converter that reads and writes types that restmap does not know itself.

    Register a hook on it for a type of your own, before the first class that uses the type:
    `restmap.converter().register_structure_hook(Money, read_money)`.
    """
    import cattrs  # slow to import, and many programs need none of it

    created = cattrs.Converter(unstruct_collection_overrides={})
    created.register_structure_hook_func(_is_known, _read_known)
    return created


def _is_known(kind: Any) -> bool:
    """Whether restmap itself reads a type, such as those of the members of a TypedDict."""
    plain, _ = plain_type(kind)
    origin: Any = typing.get_origin(plain) or plain
    if plain in SCALARS or is_decimal(plain) or is_uuid(plain) or is_union(plain):
        return True
    return isinstance(origin, type) and (issubclass(origin, list) or has_members(origin))


def _read_known(value: Any, kind: Any) -> Any:
    return reader_for(kind).read(value)


def _own_hook(kind: Any) -> Callable[[Any, Any], Any] | None:
    """The hook that a user registered for a type, or that cattrs has; None where there is none."""
    import cattrs

    try:
        hook = converter().get_structure_hook(kind)
    except cattrs.StructureHandlerNotFoundError:
        return None
    return None if hook is _read_known else hook


def _structure(hook: Callable[[Any, Any], Any], kind: Any, value: Any) -> Any:
    """Structure a value by cattrs; its errors become a ValueError that names the paths."""
    from cattrs import BaseValidationError, transform_error

    try:
        return hook(value, kind)
    except BaseValidationError as error:
        raise ValueError("; ".join(transform_error(error))) from error
    except (KeyError, AttributeError) as error:
        raise ValueError(f"expected {kind}") from error
