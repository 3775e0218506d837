"""HTML for notebooks, made of elements: text in them stays text, whoever wrote it.

Nothing is put together from strings. The serializer of the standard library escapes all text and
all attributes, so that a value of a response never becomes markup or script.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias
from xml.etree import ElementTree

from ..errors import escape_controls

Element: TypeAlias = ElementTree.Element
Child: TypeAlias = "Element | str"


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """An element of HTML. attributes: by name; an underscore at the end is left out.

    >>> to_html(element("b", "<script>", class_="x"))
    '<b class="x">&lt;script&gt;</b>'
    """
    made = ElementTree.Element(tag, {name.rstrip("_"): each for name, each in attributes.items()})
    for child in children:
        if not isinstance(child, str):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + escape_controls(child)
        else:
            made.text = (made.text or "") + escape_controls(child)
    return made


def to_html(content: Element) -> str:
    """The text of an element."""
    return ElementTree.tostring(content, encoding="unicode", method="html")


def preview(*children: Child) -> str:
    """The HTML of what a notebook shows of an object.

    A notebook would also typeset `$…$` as TeX, which has links and more; these classes keep MathJax
    away from what is in it.
    """
    return to_html(element("div", *children, class_="restmap tex2jax_ignore mathjax_ignore"))


def code(text: str) -> Element:
    """A piece of source."""
    return element("code", text)


def note(*children: Child) -> Element:
    """A paragraph that stands back."""
    return element("p", *children, style="opacity: 0.75; margin: 0.3em 0")


def heading(*children: Child) -> Element:
    """What stands above a table."""
    return element("p", element("strong", *children), style="margin: 0.6em 0 0.3em")


def link(url: str) -> Element:
    """A link; what is not a URL of the web stays text."""
    if not url.startswith(("https://", "http://")):
        return element("span", url)
    return element("a", url, href=url, rel="noopener noreferrer", target="_blank")


def table(
    header: Sequence[str], rows: Sequence[Sequence[Child]], *, keeps_lines: bool = False
) -> Element:
    """A table, which scrolls where it is wider than the page.

    header: empty for none. keeps_lines: whether the text of a cell stays on one line.
    """
    style = f"{_LEFT}; white-space: nowrap" if keeps_lines else _LEFT
    body = element("tbody", *[element("tr", *[_cell(each, style) for each in row]) for row in rows])
    titles = [element("th", each, style=style) for each in header]
    head = [element("thead", element("tr", *titles))] if header else []
    return element("div", element("table", *head, body), style="overflow-x: auto")


_LEFT = "text-align: left"
_RIGHT = "text-align: right"


def _cell(content: Child, style: str) -> Element:
    if not isinstance(content, str) and content.tag == "td":
        return content
    return element("td", content, style=style)


def number_cell(text: str) -> Element:
    """A cell whose digits stand below those of the other rows."""
    return element("td", text, style=_RIGHT)


def is_number(value: object) -> bool:
    """Whether a value is a number, to be aligned like one."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
