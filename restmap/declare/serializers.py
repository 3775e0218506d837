"""The serializers of objects and lists, from those of their parts."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, cast

import attrs

from ..errors import shown_value
from .json_text import json_text, wire_text
from .scalar_serializers import text
from .serializer import (
    MemberProblem,
    MembersError,
    Prefixed,
    Serializer,
    as_serializer,
    problems_of,
    refuse,
)


def _dump_json_object(value: Any) -> str:
    if not isinstance(value, Mapping):
        raise refuse("an object: a dict, or another mapping")
    return json_text(dict(value))  # pyright: ignore[reportUnknownArgumentType]


def _load_json_object(wire: Any) -> Any:
    import json

    loaded = json.loads(wire) if isinstance(wire, str) else wire
    if not isinstance(loaded, dict):
        raise refuse("a JSON object")
    return loaded  # pyright: ignore[reportUnknownVariableType]


def _dump_anything(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        raise refuse("a finite number")
    if not isinstance(value, str | int | float | bool | None):
        json_text(value)  # raises TypeError for a value that JSON cannot represent
    return value


def _dump_json_value(value: Any) -> str:
    return value if isinstance(value, str) else json_text(value)


def _dump_leaf(value: Any) -> Any:
    return _dump_anything(value) if isinstance(value, str | int | float) else json_text(value)


json_object = Serializer(_dump_json_object, "a dict", load=_load_json_object)
"""A mapping as JSON text, in a JSON body as well."""

json_value = Serializer(_dump_json_value, "a value that JSON can represent, or JSON text")
"""Any value as JSON text; text is sent unchanged."""

anything = Serializer(_dump_anything, "a value that JSON can represent")
"""Any value, sent unchanged."""


Item = TypeVar("Item")


def _each(convert: Callable[[Any], Item], items: Iterator[Any]) -> list[Item]:
    """Convert every item; the error for an item says its index, counted from 0."""
    converted: list[Item] = []
    for index, item in enumerate(items):
        try:
            converted.append(convert(item))
        except MembersError as error:
            raise MembersError(error.below(f"[{index}]")) from error
        except (TypeError, ValueError) as error:
            raise ValueError(f"item {index}: {error}, found {shown_value(item)}") from error
    return converted


def _dump_items(dump: Callable[[Any], Item], value: Any) -> list[Item]:
    """Dump every item of a list; one text is a list of one, as it is in a form."""
    if isinstance(value, str):
        try:
            return [dump(value)]
        except (TypeError, ValueError):
            raise refuse("a list") from None
    if not isinstance(value, list | tuple):
        raise refuse("a list")
    return _each(dump, iter(cast("list[Any]", value)))


def list_of(serializer: Callable[[Any], Any]) -> Serializer:
    """A list whose items are sent by a serializer; in a form or a query, the key is repeated.

    >>> list_of(json_object)([{"Identifier": "+15550100"}])
    ['{"Identifier":"+15550100"}']
    """
    item = as_serializer(serializer)
    return Serializer(
        lambda value: _dump_items(item.dump, value),
        f"a list in which each item is {item.expects}",
        load=lambda wire: _each(item.load, iter(wire if isinstance(wire, list) else [wire])),  # pyright: ignore[reportUnknownArgumentType]
    )


def or_none(serializer: Serializer) -> Serializer:
    """A serializer that sends None as null."""

    def dump(value: Any) -> Any:
        return None if value is None else serializer.dump(value)

    def load(wire: Any) -> Any:
        return None if wire is None else serializer.load(wire)

    return attrs.evolve(serializer, dump=dump, load=load)


def map_of(serializer: Callable[[Any], Any]) -> Serializer:
    """An object with any keys, whose values are sent by a serializer.

    >>> map_of(text)({"colour": "red"})
    {'colour': 'red'}
    """
    item = as_serializer(serializer)

    def dump(value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise refuse("a dict")
        wire: dict[str, Any] = {}
        problems: list[MemberProblem] = []
        for key, each in cast("Mapping[Any, Any]", value).items():
            try:
                wire[wire_text(key)] = item.dump(each)
            except (TypeError, ValueError) as error:
                problems += problems_of(error, f"[{key!r}]", each, item.expects)
        if problems:
            raise MembersError(problems)
        return wire

    def load(wire: Any) -> Any:
        loaded: dict[str, Any] = {}
        for key, each in _load_json_object(wire).items():
            try:
                loaded[key] = item.load(each)
            except MembersError as error:
                raise MembersError(error.below(f"[{key!r}]")) from error
        return loaded

    return Serializer(dump, f"a dict in which each value is {item.expects}", load=load)


def first_accepting(serializers: list[Serializer], expects: str) -> Serializer:
    """The serializer of a union: the first that accepts a value."""

    dumps, loads = [each.dump for each in serializers], [each.load for each in serializers]
    return Serializer(
        functools.partial(_try_each, dumps, expects),
        expects,
        load=functools.partial(_try_each, loads, expects),
    )


def _try_each(functions: list[Callable[[Any], Any]], expects: str, value: Any) -> Any:
    nested: list[MembersError] = []
    for function in functions:
        try:
            return function(value)
        except MembersError as error:
            nested.append(error)
        except (TypeError, ValueError):
            continue
    if len(nested) == 1:  # it says which member is wrong
        raise nested[0]
    raise refuse(expects)


def comma_separated(serializer: Callable[[Any], Any] = text) -> Serializer:
    """A list as one text, its items separated by commas; an item must not contain a comma.

    >>> comma_separated()(["sms", "voice"])
    'sms,voice'
    """
    item = as_serializer(serializer)

    def dump(value: Any) -> str:
        items = _dump_items(lambda each: wire_text(item.dump(each)), value)
        if any("," in each for each in items):
            raise refuse("items that contain no comma, which is the separator")
        return ",".join(items)

    return Serializer(
        dump,
        f"a list in which each item is {item.expects}",
        load=lambda wire: _each(item.load, iter(wire.split(",") if wire else [])),
    )


def prefixed_map(prefix: str) -> Serializer:
    """A nested mapping as one key for each leaf: the prefix and the path, separated by dots.

    >>> prefixed_map("AddOns")({"whitepages": {"phone": "+15550100"}})
    {'AddOns.whitepages.phone': '+15550100'}
    """

    def flatten(value: Mapping[str, Any], path: str) -> Iterator[tuple[str, Any]]:
        for key, item in value.items():
            if isinstance(item, Mapping):
                yield from flatten(item, f"{path}.{key}")  # pyright: ignore[reportUnknownArgumentType]
            else:
                yield f"{path}.{key}", _dump_leaf(item)

    def dump(value: Any) -> Prefixed:
        if not isinstance(value, Mapping):
            raise refuse("a dict")
        return Prefixed(flatten(value, prefix))  # pyright: ignore[reportUnknownArgumentType]

    def load(wire: Any) -> dict[str, Any]:
        loaded: dict[str, Any] = {}
        for key, leaf in wire.items():
            *path, last = key.removeprefix(f"{prefix}.").split(".")
            inner = loaded
            for step in path:
                inner = inner.setdefault(step, {})
            inner[last] = leaf
        return loaded

    return Serializer(dump, "a dict", load=load, prefix=prefix)
