"""Tables of plain text, for terminals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def table_lines(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, the header first.

    >>> print("\\n".join(table_lines(("NAME", "TYPE"), [("sid", "str"), ("max_size", "int")])))
    NAME      TYPE
    sid       str
    max_size  int
    """
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    for row in (header, *rows):
        yield "  ".join(f"{each:{width}}" for each, width in zip(row, widths, strict=True)).rstrip()
