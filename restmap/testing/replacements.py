"""Replacements: what a recording has in place of secrets, and of fields that its user chose."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, cast
from urllib.parse import quote, quote_plus, unquote, unquote_plus

from ..messages import SECRET_HEADERS, Request
from ..sensitive import folded, is_marked, is_sensitive

Replace: TypeAlias = Iterable[str] | Mapping[str, Any]
"""Names of fields whose values are replaced, perhaps each with the value that replaces it."""

PLACEHOLDER = re.compile("REPLACED-[0-9]+")
"""What stands for a value that was replaced."""

# A shorter value is replaced only where its name says so: it may be a part of any other text.
_MIN_SPREAD = 6

# What a name with a word such as `token` may have and is no secret: a date, a URL, a kind of token.
_is_public = re.compile(r"\d{4}-\d\d-\d\d.*|https?://.*|bearer|basic", re.I | re.S).fullmatch

_QUERY_PARAMETER = re.compile(r"([?&])([^=&?#\s<>\"]+)=([^&#\s<>\"]+)")
_PATH_SEGMENT = re.compile(r"(?<=/)[^/?#\s<>\"]+")


class Replacements:
    """Replaces values by placeholders; equal values have the same one.

    replace: the names of fields that a user chose, however they are written: `phone_number`,
    `PhoneNumber`, `Phone-Number`.
    """

    def __init__(self, replace: Replace) -> None:
        replace = [replace] if isinstance(replace, str) else replace
        is_mapping = isinstance(replace, Mapping)
        given = cast("Mapping[str, Any]", replace if is_mapping else dict.fromkeys(replace))
        self._chosen = {folded(name): value for name, value in given.items()}
        self._placeholders: dict[str, str] = {}
        self._secrets: set[str] = set()

    def is_chosen(self, name: str) -> bool:
        """Whether a user chose a field, so that any value of it will do."""
        return folded(name) in self._chosen

    def replace_named(self, value: Any, declared: frozenset[str], name: str = "") -> Any:
        """A value in which what sensitive and chosen names have is replaced, at every depth.

        declared: the names that a request declares sensitive. name: that of the value itself.
        """
        if self.is_chosen(name):
            return self._replace_chosen(value, self._chosen[folded(name)])
        if isinstance(value, list):
            items = cast("list[Any]", value)
            return [self.replace_named(each, declared, name) for each in items]
        is_declared = is_marked(name, frozenset(map(folded, declared)))
        if isinstance(value, dict):
            members = cast("dict[str, Any]", value).items()
            return {
                each: self.replace_named(member, declared, name if is_declared else each)
                for each, member in members
            }
        if not isinstance(value, str):
            return value
        is_secret = name.lower() in SECRET_HEADERS or is_sensitive(name, frozenset())
        is_secret = is_secret and not _is_public(value)
        if value and (is_declared or is_secret):
            return self.replace_secret(value)
        return self._replace_in_queries(value, declared)

    def _replace_chosen(self, value: Any, given: Any) -> Any:
        """What stands for the value of a chosen field; a number is 0, to stay a number."""
        if given is not None:
            return given
        if isinstance(value, dict):
            members = cast("dict[str, Any]", value).items()
            return {name: self._replace_chosen(each, None) for name, each in members}
        if isinstance(value, list):
            return [self._replace_chosen(each, None) for each in cast("list[Any]", value)]
        if isinstance(value, str):
            return self._placeholder(value)
        return 0 if isinstance(value, int | float) and not isinstance(value, bool) else value

    def replace_secret(self, value: str) -> str:
        """The placeholder of a secret, which is then replaced in every text."""
        if len(value) >= _MIN_SPREAD and not PLACEHOLDER.fullmatch(value):
            self._secrets.add(value)
        return self._placeholder(value)

    def _placeholder(self, value: str) -> str:
        if not value or PLACEHOLDER.fullmatch(value):
            return value
        return self._placeholders.setdefault(value, f"REPLACED-{len(self._placeholders) + 1}")

    def _replace_in_queries(self, text: str, declared: frozenset[str]) -> str:
        def replaced(found: re.Match[str]) -> str:
            mark, name, value = found.groups()
            plain = unquote_plus(value)
            new = self.replace_named(plain, declared, unquote_plus(name))
            return f"{mark}{name}={value if new == plain else quote_plus(str(new))}"

        return _QUERY_PARAMETER.sub(replaced, text) if "?" in text else text

    # -- what was replaced once, wherever else it is --------------------------------------------

    @property
    def count(self) -> int:
        """How many values have a placeholder."""
        return len(self._placeholders)

    def spread(self, value: Any) -> Any:
        """A value in which secrets are replaced in each text, and other values in paths."""
        return map_text(value, self._spread_in_text)

    def _spread_in_text(self, text: str) -> str:
        for secret in sorted(self._secrets, key=len, reverse=True):
            for written in {secret, quote(secret, safe=""), quote_plus(secret)}:
                text = text.replace(written, self._placeholders[secret])
        return _PATH_SEGMENT.sub(self._replaced_segment, text) if "/" in text else text

    def _replaced_segment(self, found: re.Match[str]) -> str:
        plain = unquote(found[0])
        return self._placeholders.get(plain, found[0]) if len(plain) >= _MIN_SPREAD else found[0]


def map_text(value: Any, change: Callable[[str], str]) -> Any:
    """A plain value with each text in it changed, except for the keys of objects."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value).items()
        return {name: map_text(each, change) for name, each in members}
    if isinstance(value, list):
        return [map_text(each, change) for each in cast("list[Any]", value)]
    return value


def credentials_of(request: Request) -> Iterator[str]:
    """The secrets in the headers of a request, in the order of the names of the headers.

    Those of HTTP Basic authentication are the user and the password (RFC 7617).
    """
    secret = SECRET_HEADERS | request.sensitive
    for name, value in sorted((name.lower(), value) for name, value in request.headers.items()):
        if name in secret:
            yield from filter(None, _secrets_of_header(name, value))


def _secrets_of_header(name: str, value: str) -> Iterable[str]:
    if name == "cookie":
        return [each.partition("=")[2].strip() for each in value.split(";")]
    scheme, _, credentials = value.partition(" ")
    if name not in ("authorization", "proxy-authorization") or not credentials:
        return [value]
    return _decoded(credentials).split(":", 1) if scheme.lower() == "basic" else [credentials]


def _decoded(token: str) -> str:
    try:
        return b64decode(token).decode()
    except ValueError:
        return token
