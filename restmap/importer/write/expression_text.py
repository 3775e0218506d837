"""Expressions as text, in lines of 100 columns.

With docstring_text.py and import_text.py the one place where values of a document become code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    Subscript,
    Union,
)

WIDTH = 100
INDENT = "    "

Lines: TypeAlias = list[str]


def print_expression(expression: Expression) -> str:
    """An expression on one line."""
    match expression:
        case Name(text, _):
            return text
        case EnumType(name, _, _) | ModelType(name):
            return name
        case Constant(value):
            return print_constant(value)
        case Subscript(base, arguments):
            return f"{base.text}[{_listed(arguments)}]"
        case OrNone(kind):
            return f"{print_expression(kind)} | None"
        case Union(kinds, _):
            return " | ".join(map(print_expression, kinds))
        case Attribute(owner, name):
            return f"{print_expression(owner)}.{name}"
        case Call(function, arguments, keywords):
            inside = ", ".join(str(each) for each in arguments_of(arguments, keywords))
            return f"{print_expression(function)}({inside})"
        case Function(parameter, result):
            return f"lambda {parameter}: {print_expression(result)}"


def print_constant(value: str | int | float | bool | EllipsisType | None) -> str:
    """A constant as a Python literal, text in double quotes if it contains none.

    Unprintable characters are escaped: line breaks, control characters, lone surrogates.

    >>> print(print_constant("it's"), print_constant('a"b'), print_constant("\\u202e"))
    "it's" 'a"b' "\\u202e"
    """
    text = "..." if value is ... else repr(value)
    if not isinstance(value, str) or '"' in value or text[0] == '"':
        return text
    return f'"{text[1:-1]}"'


def _listed(arguments: Iterable[Expression]) -> str:
    return ", ".join(map(print_expression, arguments))


@attrs.frozen
class Argument:
    """An argument of a call. start: its name with `=`, or empty."""

    start: str
    value: Expression | Mapping[str, str]

    def __str__(self) -> str:
        if isinstance(self.value, Mapping):
            return f"{self.start}{{{', '.join(self._entries(self.value))}}}"
        return self.start + print_expression(self.value)

    def lines(self, indent: str) -> Lines:
        """The argument on a line of its own, or over several if it is long."""
        line = f"{indent}{self},"
        if len(line) <= WIDTH:
            return [line]
        if isinstance(self.value, Mapping):
            entries = [f"{indent}{INDENT}{each}," for each in self._entries(self.value)]
            return [f"{indent}{self.start}{{", *entries, f"{indent}}},"]
        if isinstance(self.value, Call):
            called = self.start + print_expression(self.value.function)
            arguments = arguments_of(self.value.arguments, self.value.keywords)
            return print_call(indent, called, arguments, "),")
        return _cut(line)

    @staticmethod
    def _entries(names: Mapping[str, str]) -> list[str]:
        return [f"{print_constant(key)}: {name}" for key, name in names.items()]


def arguments_of(
    arguments: Iterable[Expression], keywords: Iterable[tuple[str, Expression]]
) -> list[Argument]:
    """The arguments of a call, those with names last."""
    named = [Argument(f"{name}=", value) for name, value in keywords]
    return [*(Argument("", each) for each in arguments), *named]


def print_call(indent: str, called: str, arguments: Sequence[Argument], end: str) -> Lines:
    """A call, over several lines if it is long."""
    inside = ", ".join(map(str, arguments))
    line = f"{indent}{called}({inside}{end}"
    if len(line) <= WIDTH:
        return [line]
    inner_indent = indent + INDENT
    is_short = len(inner_indent) + len(inside) <= WIDTH
    rows = (
        [inner_indent + inside]
        if is_short
        else [line for each in arguments for line in each.lines(inner_indent)]
    )
    return [f"{indent}{called}(", *rows, f"{indent}{end}"]


def _cut(row: str) -> Lines:
    """A line of a call, with a long URI template cut in two at a slash."""
    start = row.find('uri="')
    if len(row) <= WIDTH or start < 0 or "\\" in row:
        return [row]
    cut = row.rfind("/", start, WIDTH - 2)
    return [f'{row[:cut]}"', f'{row[: len(row) - len(row.lstrip())]}"{row[cut:]}']


def fill_lines(words: Iterable[str], indent: str, start: str = "", width: int = WIDTH) -> Lines:
    """Words in as few lines as possible. start: the beginning of the first line."""
    rows: Lines = [indent + start] if start else []
    for word in words:
        if rows and rows[-1] == indent + start:
            rows[-1] += word
        elif rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(indent + word)
    return rows
