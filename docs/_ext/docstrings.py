"""The project's docstrings as reStructuredText.

They are plain text: a first line that says what for, paragraphs, indented code, and arguments as
`name: text`, several of them in one paragraph. Here the arguments become a list, and what stands
in backticks becomes code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# `name: text`, or `a, b: text`, where a paragraph, a line or a sentence begins.
_ARGUMENT = re.compile(
    r"(?:^|(?<=\. )|(?<=\.\n)|(?<=; )|(?<=\n))(\*{0,2}[a-z_0-9]+(?:, [a-z_0-9]+)*): ", re.MULTILINE
)
_CODE = re.compile(r"`([^`]+)`")


def to_rst(lines: Iterable[str]) -> list[str]:
    """A docstring's lines as lines of reStructuredText."""
    made: list[str] = []
    for paragraph in paragraphs(lines):
        made += [*paragraph_to_rst(paragraph), ""]
    return made


def paragraphs(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines between empty ones."""
    gathered: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            gathered.append(line.rstrip())
        elif gathered:
            yield gathered
            gathered = []


def paragraph_to_rst(lines: list[str]) -> list[str]:
    """One paragraph: a doctest, code, arguments, or sentences."""
    if lines[0].startswith(">>>"):
        return lines
    if lines[0].startswith(" "):
        return ["::", "", *lines]
    text = "\n".join(line.strip() for line in lines)
    return [line for part in split_arguments(text) for line in part]


def split_arguments(text: str) -> Iterator[list[str]]:
    """The sentences of a paragraph, and its arguments as the items of a list."""
    head, *pairs = _ARGUMENT.split(text)
    if head.strip():
        yield [inline(head), ""]
    for names, said in zip(pairs[::2], pairs[1::2], strict=True):
        shown = ", ".join(f"``{name}``" for name in names.split(", "))
        raised = re.search(r"(?:^|\n)(Raises|Returns) ", said)
        rest = said[raised.start() :] if raised else ""
        said = said[: raised.start()] if raised else said
        yield [f"* {shown}: {inline(said)}"]
        if rest:
            yield ["", inline(rest), ""]


def inline(text: str) -> str:
    """Sentences on one line; what stands in backticks as code, and the rest as it is."""
    flat = " ".join(text.split())
    pieces = _CODE.split(flat)
    for index, piece in enumerate(pieces):
        pieces[index] = f"``{piece}``" if index % 2 else re.sub(r"([*_|\\])", r"\\\1", piece)
    return "".join(pieces)


def process(
    _app: Sphinx, _what: str, _name: str, _thing: object, _options: Any, lines: list[str]
) -> None:
    """What autodoc calls with the lines of each docstring."""
    lines[:] = to_rst(lines)


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls to add this extension."""
    app.connect("autodoc-process-docstring", process)
    return {"parallel_read_safe": True}
