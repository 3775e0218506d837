"""Layout: code in lines of a width, broken where `ruff format` breaks it.

https://docs.astral.sh/ruff/formatter/black/
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import attrs

from .expression_text import Alternatives, Bracketed, Code, Item, item_on_one_line, on_one_line

INDENT = "    "

Lines: TypeAlias = list[str]


@attrs.frozen
class Layout:
    """Lays code out in lines. width: the maximum number of columns of a line."""

    width: int

    def fits(self, line: str) -> bool:
        """Whether a line is not too long."""
        return columns(line) <= self.width

    def lines(self, start: str, code: Code, end: str = "") -> Lines:
        """Code on one line, or broken between its brackets.

        start, end: the text before it, with the indent of the line, and the text after it.
        """
        line = f"{start}{on_one_line(code)}{end}"
        if self.fits(line):
            return [line]
        match code:
            case Bracketed(head, items, close) if items:
                return [f"{start}{head}", *self._rows(code, start), f"{_indent(start)}{close}{end}"]
            case Alternatives(parts):
                return self._alternatives(start, parts, end)
            case _:
                return self._cut(line)

    def _rows(self, code: Bracketed, start: str) -> Lines:
        """What is between brackets: on one line if it fits there, else each item on its own."""
        inside = _indent(start) + INDENT
        row = inside + ", ".join(map(item_on_one_line, code.items))
        if self.fits(row) and not code.is_mapping:
            return [row]
        comma = "," if code.has_comma else ""
        return [line for each in code.items for line in self._item(inside, each, comma)]

    def _item(self, indent: str, item: Item, comma: str) -> Lines:
        return self.lines(indent + item.start, item.code, comma)

    def _alternatives(self, start: str, parts: Sequence[Code], end: str) -> Lines:
        """The types of a union, each on a line of its own."""
        first, *others = parts
        rows = self.lines(start, first)
        for index, each in enumerate(others, 1):
            is_last = index == len(others)
            rows += self.lines(f"{_indent(start)}| ", each, end if is_last else "")
        return rows

    def field(self, start: str, kind: Code, value: Code | None, is_argument: bool = False) -> Lines:
        """An annotated name: `name: kind = value`.

        start: the text before the type. value: None for a name without one. is_argument: whether it
        is an argument of a function, followed by a comma.
        """
        end = "," if is_argument else ""
        if value is None:
            return self._annotation(start, kind, end)
        target = f"{start}{on_one_line(kind)} = "
        if self.fits(f"{target}{on_one_line(value)}{end}"):
            return self.lines(target, value, end)
        if isinstance(value, Bracketed) and self.fits(target + value.head):
            return self.lines(target, value, end)
        if not is_argument and self._fits_in_parentheses(target, value):
            return self._in_parentheses(target, value, "")
        *rows, last = self._annotation(start, kind, " = ", is_long=True)
        return [*rows, *self.lines(last, value, end)]

    def _annotation(self, start: str, kind: Code, end: str, is_long: bool = False) -> Lines:
        """The type of a name, over several lines if it is too long with what follows it."""
        line = start + on_one_line(kind) + end
        if not is_long and self.fits(line):
            return [line]
        if isinstance(kind, str):
            is_broken = not is_long and self._fits_in_parentheses(start, kind)
            return self._in_parentheses(start, kind, end) if is_broken else [line]
        if isinstance(kind, Alternatives):
            return self._in_parentheses(start, kind, end)
        return [
            f"{start}{kind.head}",
            *self._rows(kind, start),
            f"{_indent(start)}{kind.close}{end}",
        ]

    def assignment(self, start: str, value: Code) -> Lines:
        """An assignment. start: the text before the value, such as `name = `."""
        is_call = isinstance(value, Bracketed) and value.items
        if isinstance(value, Bracketed) and is_call and self.fits(start + value.head):
            return self.lines(start, value)
        is_long = not self.fits(start + on_one_line(value))
        if is_call and is_long and self.fits(f"{start}("):
            return self._in_parentheses(start, value, "")
        if is_long and self._fits_in_parentheses(start, value):
            return self._in_parentheses(start, value, "")
        return self.lines(start, value)

    def _fits_in_parentheses(self, start: str, code: Code) -> bool:
        return self.fits(f"{start}(") and self.fits(_indent(start) + INDENT + on_one_line(code))

    def _in_parentheses(self, start: str, code: Code, end: str) -> Lines:
        indent = _indent(start)
        return [f"{start}(", *self.lines(indent + INDENT, code), f"{indent}){end}"]

    def _cut(self, row: str) -> Lines:
        """A line, with a long URI template cut at slashes."""
        start = row.find('uri="')
        if start < 0 or "\\" in row:
            return [row]
        rows: Lines = []
        after = start + len('uri="')
        while not self.fits(row):
            cut = row.rfind("/", after + 1, self.width - 1)
            if cut < 0:
                break
            rows.append(f'{row[:cut]}"')
            row, after = f'{_indent(row)}"{row[cut:]}', len(_indent(row)) + 1
        return [*rows, row]

    def fill(self, words: Iterable[str], indent: str, start: str = "", reserved: int = 0) -> Lines:
        """Words in as few lines as possible.

        start: the beginning of the first line. reserved: columns to leave free at the end of each.
        """
        rows: Lines = [indent + start] if start else []
        for word in words:
            if rows and rows[-1] == indent + start:
                rows[-1] += word
            elif rows and columns(rows[-1]) + 1 + columns(word) <= self.width - reserved:
                rows[-1] += f" {word}"
            else:
                rows.append(indent + word)
        return rows


def columns(line: str) -> int:
    """The width of a line, in which characters of Chinese and the like take two columns.

    >>> columns("abc"), columns("漢字"), columns("e\\u0301")
    (3, 4, 1)
    """
    if line.isascii():
        return len(line)
    return sum(_width(each) for each in line)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
