"""Tables for a terminal: the columns that fit, with all text from outside made harmless."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click
from rich.cells import cell_len, set_cell_size

from ..errors import escape_line

_MAX_WIDTH = 40
_MIN_WIDTH = 8
_GAP = "  "


class TableWriter:
    """Writes rows in columns, whose widths are those of the first rows.

    fields: the names of the columns, in order; None for those that fit. declared: the names of the
    fields that are declared; keys: those of them that tell records apart, which come first.
    """

    def __init__(
        self, fields: Sequence[str] | None, declared: Sequence[str], keys: Sequence[str]
    ) -> None:
        self._fields = fields
        self._order = [*keys, *(each for each in declared if each not in keys)]
        self._widths: dict[str, int] | None = None
        self._left_out = 0

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write rows, with a header above the first ones."""
        if not rows:
            return
        cells = [{name: cell_text(each) for name, each in row.items()} for row in rows]
        if self._widths is None:
            self._widths = self._choose(cells, rows[0])
            header = _line({name: name for name in self._widths}, self._widths)
            click.echo(click.style(header, bold=True))
        for row in cells:
            click.echo(_line(row, self._widths))

    def write_one(self, row: Mapping[str, Any]) -> None:
        """Write one record: a line for each of its fields."""
        width = max(map(len, row), default=0)
        for name, value in row.items():
            text = cell_text(value)
            shown = f"{name:{width}}" if text else name
            click.echo(click.style(shown, bold=True) + (f"{_GAP}{text}" if text else ""))

    def close(self) -> None:
        """Say what the table does not show."""
        if self._left_out and sys.stderr.isatty():
            found = f"{self._left_out} more fields: --fields chooses, --output json has all."
            click.echo(click.style(found, dim=True), err=True)

    def _choose(self, cells: Sequence[Mapping[str, str]], row: Mapping[str, Any]) -> dict[str, int]:
        """The columns, each with its width."""
        names = self._fields
        if names is None:
            known = [each for each in dict.fromkeys([*self._order, *row]) if each in row]
            # Nested values come last: they are long, and say little in one line.
            names = sorted(known, key=lambda each: isinstance(row[each], dict | list))
        widths = {name: max(cell_len(each.get(name, "")) for each in cells) for name in names}
        if not sys.stdout.isatty():
            return {name: max(width, cell_len(name)) for name, width in widths.items()}
        widths = {
            name: max(min(width, _MAX_WIDTH), cell_len(name)) for name, width in widths.items()
        }
        return self._fit(widths)

    def _fit(self, widths: dict[str, int]) -> dict[str, int]:
        """The columns that fit into the terminal; those that were asked for are made narrower."""
        available = shutil.get_terminal_size().columns
        if self._fields is not None:
            while _total(widths) > available and max(widths.values()) > _MIN_WIDTH:
                widest = max(widths, key=lambda name: widths[name])
                widths[widest] -= 1
            return widths
        kept = dict[str, int]()
        for name, width in widths.items():
            if not kept or _total({**kept, name: width}) <= available:
                kept[name] = width
        self._left_out = len(widths) - len(kept)
        return kept


def _total(widths: Mapping[str, int]) -> int:
    return sum(widths.values()) + len(_GAP) * (len(widths) - 1)


def _line(row: Mapping[str, str], widths: Mapping[str, int]) -> str:
    return _GAP.join(_cut(row.get(name, ""), width) for name, width in widths.items()).rstrip()


def _cut(text: str, width: int) -> str:
    """A text in so many cells of a terminal."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return f"{set_cell_size(text, width - 1)}…"


def cell_text(value: Any) -> str:
    r"""A plain value in one line of a table.

    >>> cell_text(None), cell_text(True), cell_text({"a": 1}), cell_text("a\x1b[2J")
    ('', 'true', '{"a": 1}', 'a\\x1b[2J')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return escape_line(value)
    return escape_line(json.dumps(value, ensure_ascii=False))
