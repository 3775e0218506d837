"""Styles read back: the values of a query or a form become the wire value of a parameter."""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from ..declare.annotations import plain_type
from ..declare.styles import DELIMITERS, Style

if TYPE_CHECKING:
    from ..plan.operation import Argument


def find_styled_values(
    argument: Argument, style: Style, given: Mapping[str, Any], others: Collection[str]
) -> dict[str, Any]:
    """The values of a request that belong to a parameter with a style, by their keys.

    others: the names of the other parameters at the same location.
    """
    name = argument.wire_name
    if style.name == "deepObject":
        return {
            key: value for key, value in given.items() if key == name or key.startswith(f"{name}[")
        }
    if style.name == "form" and style.explode and not _is_list(argument.kind):
        return {key: value for key, value in given.items() if key not in others}
    return {name: given[name]} if name in given else {}


def read_styled_value(argument: Argument, style: Style, found: Mapping[str, Any]) -> Any:
    """The wire value of a parameter. Raises ValueError for a value of another style."""
    if style.name == "deepObject":
        if argument.wire_name in found:
            return found[argument.wire_name]
        return _from_brackets(argument.wire_name, found)
    is_list = _is_list(argument.kind)
    if style.name == "form" and style.explode:
        return found[argument.wire_name] if is_list else dict(found)
    text = found[argument.wire_name]
    if not isinstance(text, str):
        raise ValueError("expected a single value")
    if style.name == "json":
        return json.loads(text)
    parts = text.split(DELIMITERS[style.name]) if text else []
    if is_list:
        return parts
    if len(parts) % 2:
        raise ValueError("expected pairs of names and values")
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _is_list(kind: Any) -> bool:
    plain, _ = plain_type(kind)
    origin: Any = typing.get_origin(plain) or plain
    return isinstance(origin, type) and issubclass(origin, Sequence)


def _from_brackets(name: str, found: Mapping[str, Any]) -> Any:
    nested: dict[str, Any] = {}
    for key, value in found.items():
        rest = key.removeprefix(name)
        if not re.fullmatch(r"(\[[^\[\]]+\])+", rest):
            raise ValueError(f"expected keys such as {name}[key]")
        *path, last = rest[1:-1].split("][")
        inner = nested
        for step in path:
            below: Any = inner.setdefault(step, {})
            if not isinstance(below, dict):
                raise ValueError(f"expected either a value or members at {key}")
            inner = cast("dict[str, Any]", below)
        inner[last] = value
    return _with_lists(nested)


def _with_lists(nested: Any) -> Any:
    """Objects whose keys are 0, 1, 2 and so on, as lists."""
    if not isinstance(nested, dict):
        return nested
    members = {key: _with_lists(value) for key, value in cast("dict[str, Any]", nested).items()}
    if list(members) == [str(index) for index in range(len(members))]:
        return list(members.values())
    return members
