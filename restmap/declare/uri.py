"""URI templates: paths with placeholders, and the values that fill them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote, unquote

import attrs

from ..errors import shown_value
from .annotations import is_uuid

if TYPE_CHECKING:
    from uuid import UUID

PathValue: TypeAlias = "str | int | date | UUID"
"""The value of a path parameter."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@attrs.frozen(eq=False, repr=False)
class UriTemplate:
    """A path, cut at its placeholders.

    names: the placeholders in order. literals: the text around them, one more than names. One
    segment may have several placeholders with a text between them, such as `{base}...{head}`.

    >>> template = parse_template("/Services/{service_sid}/Sessions/{sid}")
    >>> template.expand(["KS1", "a/b"])
    '/Services/KS1/Sessions/a%2Fb'
    """

    text: str
    names: tuple[str, ...]
    literals: tuple[str, ...]

    def expand(self, values: Sequence[PathValue]) -> str:
        """The path with a value for each placeholder, percent-encoded.

        Raises ValueError for a value that cannot be a path segment.
        """
        parts = [self.literals[0]]
        for value, literal in zip(values, self.literals[1:], strict=True):
            parts += (encode_segment(value), literal)
        for encoded, literal in zip(parts[1:-2:2], self.literals[1:-1], strict=True):
            if "/" not in literal:
                _check_divided(encoded, literal)
        return "".join(parts)

    def match(self, path: str) -> tuple[str, dict[str, str]] | None:
        """What is before the template in a path, and the values of its placeholders.

        None for a path that does not end with the template.

        >>> template = parse_template("/Services/{service_sid}/Sessions/{sid}")
        >>> template.match("/v1/Services/KS1/Sessions/a%2Fb")
        ('/v1', {'service_sid': 'KS1', 'sid': 'a/b'})
        """
        own = self.text.split("/")[1:]
        segments = path.split("/")
        before = segments[: -len(own)]
        if not before:
            return None
        values: dict[str, str] = {}
        for pattern, segment in zip(own, segments[-len(own) :], strict=True):
            names, literals = _PLACEHOLDER.findall(pattern), _PLACEHOLDER.split(pattern)[::2]
            found = re.fullmatch("(.+?)".join(map(re.escape, literals)), segment)
            if found is None:
                return None
            values |= zip(names, map(unquote, found.groups()), strict=True)
        return "/".join(before), values

    @property
    def places(self) -> tuple[str, ...]:
        """Where each placeholder stands: after which word of the path, and which placeholders.

        Two templates have the same value at the same place, whatever they call it.

        >>> parse_template("/v1/repos/{owner}/{repo}/issues/{number}").places
        ('repos/{}', 'repos/{}/{}', 'issues/{}')
        """
        places: list[str] = []
        for literal in self.literals[:-1]:
            word = literal.strip("/").rpartition("/")[2]
            before = word or (places[-1] if places else "")
            places.append(f"{before}/{{}}")
        return tuple(places)

    def collection(self, keys: int = 1) -> UriTemplate:
        """The template of the collection, from this template of one record.

        It ends before the segment with the first key of the record; a suffix and a slash at the
        end are kept.
        keys: the number of placeholders that address one record in the collection.

        >>> parse_template("/Accounts/{account_sid}/Calls/{sid}.json").collection().text
        '/Accounts/{account_sid}/Calls.json'
        >>> parse_template("/Halls/{sid}/Seats/{row}/{number}").collection(2).text
        '/Halls/{sid}/Seats'
        >>> parse_template("/issues/{id}/").collection().text
        '/issues/'
        """
        if keys == 0:
            return self
        path = self.text[: self.text.index(f"{{{self.names[-keys]}}}")].rpartition("/")[0]
        last = self.literals[-1]
        suffix = "/" if last.endswith("/") else "" if "/" in last else last
        return cut_template(path + suffix)


@functools.lru_cache(maxsize=2048)
def parse_template(text: str) -> UriTemplate:
    """Parse a template; raises ValueError for a text that is not a template."""
    template = cut_template(text)
    names, literals = template.names, template.literals
    if not text.startswith("/"):
        raise ValueError("does not begin with '/'")
    if any("{" in literal or "}" in literal for literal in literals):
        raise ValueError("has a brace without a matching one")
    if any("?" in literal or "#" in literal for literal in literals):
        raise ValueError("has a query or a fragment, which a path cannot have")
    if "" in literals[1:-1]:
        index = literals.index("", 1)
        raise ValueError(
            f"has no text between the placeholders {names[index - 1]!r} and {names[index]!r}, "
            "so that nothing says where the first one ends"
        )
    for name in names:
        if not name.isidentifier():
            raise ValueError(f"has a placeholder {name!r} that is not a Python name")
        if names.count(name) > 1:
            raise ValueError(f"has the placeholder {name!r} twice")
    return template


def cut_template(text: str) -> UriTemplate:
    """Cut a text at its placeholders, without the checks of `parse_template`."""
    names, literals = _PLACEHOLDER.findall(text), _PLACEHOLDER.split(text)[::2]
    return UriTemplate(text, tuple(names), tuple(literals))


def _check_divided(encoded: str, divider: str) -> None:
    """Refuse a value that does not end where the text between it and the next one first comes."""
    if (encoded + divider).index(divider) < len(encoded):
        raise ValueError(f"{unquote(encoded)!r} and {divider!r} after it cannot be told apart")


def segment_text(value: Any) -> str:
    """The text of a path value, before encoding.

    Raises ValueError for the empty text, which would address the collection instead of a record,
    and for `.` and `..`, which HTTP clients and proxies remove from a path, percent-encoded as
    well (RFC 3986 5.2.4).
    """
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, date):
        value = value.isoformat()
    if is_uuid(type(value)):
        value = str(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"expected text or a whole number, found {shown_value(value)}")
    segment = str(value)
    if segment in ("", ".", ".."):
        raise ValueError(f"{segment!r} would address another resource")
    return segment


def encode_segment(value: PathValue) -> str:
    """Percent-encode a path value, except for the unreserved characters of RFC 3986 2.3.

    >>> encode_segment("a b/ü"), encode_segment("+15550100")
    ('a%20b%2F%C3%BC', '%2B15550100')
    """
    segment = segment_text(value)
    return segment if segment.isalnum() and segment.isascii() else quote(segment, safe="")
