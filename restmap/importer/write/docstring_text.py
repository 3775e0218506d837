"""Docstrings as text: what a document says becomes harmless text between quotes."""

from __future__ import annotations

from .expression_text import print_constant
from .layout import Layout, Lines


def print_docstring(text: str, indent: str, layout: Layout) -> Lines:
    """A text as a docstring, each of its paragraphs filled to the width of a page."""
    first, *others = [each for each in text.split("\n\n") if each.strip()] or [""]
    lines = layout.fill(_words(first), indent, _QUOTES, reserved=len(_QUOTES))
    if not others:
        return [*lines[:-1], lines[-1] + _QUOTES]
    for each in others:
        lines += ["", *layout.fill(_words(each), indent)]
    return [*lines, indent + _QUOTES]


def _words(text: str) -> list[str]:
    """The words of a text, as a docstring has them.

    Long words are cut before they are escaped, so that no escape sequence is cut in two.
    """
    return [
        _escaped(word[at : at + _MAX_WORD])
        for word in text.split()
        for at in range(0, len(word), _MAX_WORD)
    ]


_QUOTES = '"""'
_MAX_WORD = 90


def _escaped(word: str) -> str:
    return print_constant(word.replace('"', "'") + "'")[1:-2]
