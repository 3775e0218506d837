"""Expressions as text: with docstring_text.py and import_text.py the one place where values of a
document become code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import EllipsisType
from typing import TypeAlias

import attrs

from ..draft.expressions import (
    Attribute,
    Call,
    Constant,
    EnumType,
    Expression,
    Function,
    ModelType,
    Name,
    OrNone,
    ResourceType,
    Subscript,
    Union,
)


@attrs.frozen
class Item:
    """One of the things between brackets. start: its name with `=`, a key with `:`, or empty."""

    start: str
    code: Code


@attrs.frozen
class Bracketed:
    """Code with brackets, between which it may be broken.

    head: the text up to the opening bracket. has_comma: whether a comma follows the last item where
    each is on a line of its own. is_mapping: whether each is on a line of its own wherever the
    code does not fit on one line.
    """

    head: str
    items: Sequence[Item]
    close: str
    has_comma: bool = True
    is_mapping: bool = False


@attrs.frozen
class Alternatives:
    """The types of a union, which may be broken before each `|`."""

    parts: Sequence[Code]


Code: TypeAlias = str | Bracketed | Alternatives
"""Code as text, with the places where a line may be broken."""


def code_of(expression: Expression) -> Code:
    """The code of an expression."""
    match expression:
        case Name(text, _):
            return text
        case EnumType(name, _, _) | ModelType(name) | ResourceType(name, _):
            return name
        case Constant(value):
            return print_constant(value)
        case Subscript(base, arguments):
            items = [Item("", code_of(each)) for each in arguments]
            return Bracketed(f"{base.text}[", items, "]", has_comma=len(items) > 1)
        case OrNone() | Union():
            return Alternatives(list(_alternatives_of(expression)))
        case Attribute(owner, name):
            return f"{print_expression(owner)}.{name}"
        case Call(function, arguments, keywords):
            return bracketed_call(print_expression(function), arguments, keywords)
        case Function(parameter, result):
            return f"lambda {parameter}: {print_expression(result)}"


def _alternatives_of(kind: Expression) -> Iterator[Code]:
    match kind:
        case OrNone(inner):
            yield from _alternatives_of(inner)
            yield "None"
        case Union(kinds, _):
            yield from map(code_of, kinds)
        case _:
            yield code_of(kind)


def bracketed_call(
    called: str, arguments: Iterable[Expression], keywords: Iterable[tuple[str, Expression]]
) -> Bracketed:
    """A call, or the arguments of a class statement: those with names last."""
    plain = [Item("", code_of(each)) for each in arguments]
    named = [Item(f"{name}=", code_of(value)) for name, value in keywords]
    return Bracketed(f"{called}(", [*plain, *named], ")")


def on_one_line(code: Code) -> str:
    """Code on one line."""
    match code:
        case Bracketed(head, items, close):
            return f"{head}{', '.join(map(item_on_one_line, items))}{close}"
        case Alternatives(parts):
            return " | ".join(map(on_one_line, parts))
        case _:
            return code


def item_on_one_line(item: Item) -> str:
    """An item between brackets on one line."""
    return item.start + on_one_line(item.code)


def print_expression(expression: Expression) -> str:
    """An expression on one line."""
    return on_one_line(code_of(expression))


def print_constant(value: str | int | float | bool | EllipsisType | None) -> str:
    """A constant as a Python literal, text in the quotes that need fewer escapes.

    Unprintable characters are escaped: line breaks, control characters, lone surrogates.

    >>> print(print_constant("it's"), print_constant('a"b'), print_constant("\\u202e"))
    "it's" 'a"b' "\\u202e"
    >>> print(print_constant("it's so"), print_constant('"it\\'s" and "so"'))
    "it's so" '"it\\'s" and "so"'
    """
    text = "..." if value is ... else repr(value)
    if not isinstance(value, str) or text[0] == '"':
        return text
    doubles = value.count('"')
    if doubles == 0:
        return f'"{text[1:-1]}"'
    if doubles > value.count("'"):
        return text
    inside = text[1:-1].replace("\\'", "'").replace('"', '\\"')
    return f'"{inside}"'
