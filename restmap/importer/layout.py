"""Layout: texts, names and values as lines of a module."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from .schemas import EnumType

WIDTH = 100


def alias_text(enum: EnumType) -> str:
    """A Literal type, over several lines where it is long."""
    line = f"{enum.name} = Literal[{', '.join(map(quoted, enum.members))}]"
    if len(line) <= WIDTH:
        return line
    rows = filled([f"{quoted(each)}," for each in enum.members], "    ")
    return "\n".join([f"{enum.name} = Literal[", *rows, "]"])


def call_lines(indent: str, called: str, *arguments: str, end: str = "") -> list[str]:
    """A call, over several lines where it is long."""
    inside = ", ".join(arguments)
    line = f"{indent}{called}({inside}){end}"
    if len(line) <= WIDTH:
        return [line]
    is_short = len(indent) + 4 + len(inside) <= WIDTH
    rows = [inside] if is_short else [f"{each}," for each in arguments]
    return [f"{indent}{called}(", *(f"{indent}    {row}" for row in rows), f"{indent}){end}"]


def filled(words: Sequence[str], indent: str) -> list[str]:
    """Words in as few lines as they fit in."""
    rows: list[str] = []
    for word in words:
        if rows and len(rows[-1]) + 1 + len(word) <= WIDTH:
            rows[-1] += f" {word}"
        else:
            rows.append(indent + word)
    return rows


def quoted(value: str | int) -> str:
    """A value as Python has it, with double quotes."""
    if isinstance(value, int):
        return repr(value)
    text = repr(value)
    return text if '"' in value or "\\" in text else f'"{text[1:-1]}"'


def docstring(text: str, indent: str) -> list[str]:
    """A text as a docstring, filled to the width of a page."""
    safe = " ".join(text.split()).replace("\\", "\\\\").replace('"', "'")
    lines = textwrap.wrap(f'{indent}"""{safe}', WIDTH - 3, subsequent_indent=indent)
    return [*lines[:-1], f'{lines[-1]}"""']
