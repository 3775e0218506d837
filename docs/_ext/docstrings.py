"""The project's docstrings as reStructuredText.

They are plain text: a first line that says what for, paragraphs, indented code, and arguments as
`name: text`, several of them in one paragraph. Here the arguments become a list, and what stands
in backticks becomes code.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs
from sphinx.pycode import ModuleAnalyzer

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# `name: text`, or `a, b: text`, where a paragraph, a line or a sentence begins.
_ARGUMENT = re.compile(
    r"(?:^|(?<=\. )|(?<=\.\n)|(?<=; )|(?<=\n))(\*{0,2}[a-z_0-9]+(?:, [a-z_0-9]+)*):\s",
    re.MULTILINE,
)
_CODE = re.compile(r"`([^`]+)`")
_MARKUP = re.compile(r"\*\w+\*|[*_|\\]")

# Instances of these come from verbs, or their constructor is that of a metaclass.
_NOT_MADE = re.compile(
    r"(.*\.)?((Observed|Sandbox)Call|Collections?|Domain|Key|NoKey|Page|Paging|Params"
    r"|RecordContext|Resource|Stream|Version"
    r"|(Async)?Transport|\w+(Error|Warning))"
)
_ATTRS_DEFAULT = re.compile(r"attr_dict\['(\w+)'\]\.default")


def to_rst(lines: Iterable[str]) -> list[str]:
    """A docstring's lines as lines of reStructuredText."""
    made: list[str] = []
    in_code = False
    for paragraph in paragraphs(lines):
        # Code with empty lines in it is one block, so that its indentation is kept.
        goes_on = in_code and paragraph[0].startswith(" ")
        made += [*(paragraph if goes_on else paragraph_to_rst(paragraph)), ""]
        in_code = paragraph[0].startswith(" ")
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
        pieces[index] = f"``{piece}``" if index % 2 else _MARKUP.sub(escaped, piece)
    return "".join(pieces)


def escaped(found: re.Match[str]) -> str:
    """A character that reStructuredText would read as markup; an emphasised word is one."""
    return found[0] if len(found[0]) > 1 else f"\\{found[0]}"


def said_of_data(name: str) -> list[str]:
    """The lines below an assignment; autodoc finds them where a value is made, not where it is
    imported to.
    """
    package, _, last = name.rpartition(".")
    for module in [each for each in sys.modules if each.startswith(f"{package}.")]:
        found = ModuleAnalyzer.for_module(module).find_attr_docs().get(("", last))
        if found:
            return found
    return []


def process(
    _app: Sphinx, what: str, name: str, _thing: object, _options: Any, lines: list[str]
) -> None:
    """What autodoc calls with the lines of each docstring."""
    lines[:] = to_rst(said_of_data(name) if what == "data" else lines)


def process_signature(
    _app: Sphinx,
    what: str,
    name: str,
    thing: Any,
    _options: Any,
    signature: str | None,
    returns: str,
) -> tuple[str, str] | None:
    """What autodoc calls with each signature: none where nobody calls it, and attrs' defaults."""
    if signature is None or what not in ("class", "exception"):
        return None
    if _NOT_MADE.fullmatch(name):
        return "", ""

    def default(found: re.Match[str]) -> str:
        value = attrs.fields_dict(thing)[found[1]].default
        return "..." if callable(value) else repr(value)

    return _ATTRS_DEFAULT.sub(default, signature).replace("= NOTHING", "= ..."), returns


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls to add this extension."""
    app.connect("autodoc-process-signature", process_signature)
    app.connect("autodoc-process-docstring", process)
    return {"parallel_read_safe": True}
