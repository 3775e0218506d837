"""Styles applied: one wire value becomes the values of a query or a form, by their keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from ..declare.json_text import json_text, wire_text
from ..declare.serializer import Reserved, refuse
from ..declare.styles import DELIMITERS, Style


def apply_style(style: Style, name: str, wire: Any) -> dict[str, Any]:
    """The values of a parameter, by their keys.

    Raises ValueError for a value that the style cannot write.

    >>> apply_style(Style("deepObject", False, False), "card", {"number": "4", "tags": ["a"]})
    {'card[number]': '4', 'card[tags][0]': 'a'}
    >>> apply_style(Style("pipeDelimited", False, False), "ids", [1, 2])
    {'ids': '1|2'}
    """
    values = _values(style, name, wire)
    if not style.allow_reserved:
        return values
    return {
        key: [Reserved(wire_text(each)) for each in cast("list[Any]", value)]
        if isinstance(value, list)
        else Reserved(wire_text(value))
        for key, value in values.items()
    }


def _values(style: Style, name: str, wire: Any) -> dict[str, Any]:
    if style.name == "json":
        return {name: json_text(wire)}
    if style.name == "deepObject":
        return dict(_bracketed(name, wire))
    if isinstance(wire, list):
        items = cast("list[Any]", wire)
        return {name: items if style.explode else _joined(items, DELIMITERS[style.name])}
    if isinstance(wire, dict):
        members = cast("dict[str, Any]", wire)
        if style.explode:
            return members
        flat = [part for pair in members.items() for part in pair]
        return {name: _joined(flat, DELIMITERS[style.name])}
    return {name: wire}


def _joined(parts: list[Any], delimiter: str) -> str:
    texts = [wire_text(each) for each in parts]
    if any(delimiter in each for each in texts):
        raise refuse(f"parts that do not contain {delimiter!r}, which separates them")
    return delimiter.join(texts)


def _bracketed(name: str, wire: Any) -> Iterator[tuple[str, Any]]:
    """The leaves of a nested value, each with the path to it in brackets."""
    if isinstance(wire, dict):
        for key, value in cast("dict[str, Any]", wire).items():
            if "[" in key or "]" in key:
                raise refuse("keys without brackets, which deepObject puts around them")
            yield from _bracketed(f"{name}[{key}]", value)
    elif isinstance(wire, list):
        for index, value in enumerate(cast("list[Any]", wire)):
            yield from _bracketed(f"{name}[{index}]", value)
    elif wire is not None:
        yield name, wire
