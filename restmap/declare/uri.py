"""URI templates: a path with placeholders, and the values that fill it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any, TypeAlias
from urllib.parse import quote

import attrs

PathValue: TypeAlias = str | int | date
"""What may stand for a placeholder of a path."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@attrs.frozen(eq=False, repr=False)
class UriTemplate:
    """A path cut at its placeholders.

    names: the placeholders in order. literals: the text around them, one more than names.

    >>> template = parse_template("/Services/{service_sid}/Sessions/{sid}")
    >>> template.expand(["KS1", "a/b"])
    '/Services/KS1/Sessions/a%2Fb'
    """

    text: str
    names: tuple[str, ...]
    literals: tuple[str, ...]

    def expand(self, values: Sequence[PathValue]) -> str:
        """The path with a value for each placeholder, percent-encoded.

        Raises ValueError for a value that cannot stand in a path segment.
        """
        parts = [self.literals[0]]
        for value, literal in zip(values, self.literals[1:], strict=True):
            parts += (encode_segment(value), literal)
        return "".join(parts)

    def collection(self, keys: int = 1) -> UriTemplate:
        """The template of the list that the items of this one are in.

        It ends before the segment of an item's first key; a suffix is kept.
        keys: how many placeholders address one item.

        >>> parse_template("/Accounts/{account_sid}/Calls/{sid}.json").collection().text
        '/Accounts/{account_sid}/Calls.json'
        >>> parse_template("/Halls/{sid}/Seats/{row}/{number}").collection(2).text
        '/Halls/{sid}/Seats'
        """
        if keys == 0:
            return self
        path = self.text[: self.text.index(f"{{{self.names[-keys]}}}")].rpartition("/")[0]
        suffix = "" if "/" in self.literals[-1] else self.literals[-1]
        return cut_template(path + suffix)


@functools.lru_cache(maxsize=2048)
def parse_template(text: str) -> UriTemplate:
    """The template a text stands for; raises ValueError where it is none."""
    template = cut_template(text)
    names, literals = template.names, template.literals
    if not text.startswith("/"):
        raise ValueError("does not begin with '/'")
    if any("{" in literal or "}" in literal for literal in literals):
        raise ValueError("has a brace without its counterpart")
    if any("?" in literal or "#" in literal for literal in literals):
        raise ValueError("holds a query or a fragment; parameters make the query")
    for name in names:
        if not name.isidentifier():
            raise ValueError(f"has a placeholder {name!r} that is not a Python name")
        if names.count(name) > 1:
            raise ValueError(f"has the placeholder {name!r} twice")
    return template


def cut_template(text: str) -> UriTemplate:
    """A text cut at its placeholders, whatever it is; `parse_template` refuses what is none."""
    names, literals = _PLACEHOLDER.findall(text), _PLACEHOLDER.split(text)[::2]
    return UriTemplate(text, tuple(names), tuple(literals))


def segment_text(value: Any) -> str:
    """The text of a path value, before encoding.

    Refused are the empty text, which would address the collection instead of an item, and `.`
    and `..`, which every HTTP client and proxy resolves away (RFC 3986 5.2.4), encoded or not.
    """
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"expected text or a whole number, found {value!r}")
    segment = str(value)
    if segment in ("", ".", ".."):
        raise ValueError(f"{segment!r} cannot stand in a path: it would address another resource")
    return segment


def encode_segment(value: PathValue) -> str:
    """A path value, percent-encoded but for RFC 3986's unreserved characters (2.3).

    >>> encode_segment("a b/ü"), encode_segment("+15550100")
    ('a%20b%2F%C3%BC', '%2B15550100')
    """
    segment = segment_text(value)
    return segment if segment.isalnum() and segment.isascii() else quote(segment, safe="")
