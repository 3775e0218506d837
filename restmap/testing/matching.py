"""Matching: whether a request is one that was recorded, and in what it differs from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from ..errors import shown_value
from ..sensitive import is_sensitive
from .documents import Document, described_json
from .replacements import PLACEHOLDER, map_text

_BODIES = ("json", "form", "multipart", "text", "base64")
_ABSENT = object()


class Match:
    """A recorded request beside one that is sent.

    values: what the request that is sent has for the placeholders of the recorded one.
    """

    def __init__(
        self, recorded: Document, sent: Document, is_chosen: Callable[[str], bool]
    ) -> None:
        self.values: dict[str, str] = {}
        self._is_chosen = is_chosen
        self._differences = list(self._compare(recorded, sent))

    @property
    def fits(self) -> bool:
        """Whether the request that is sent is the recorded one."""
        return not self._differences

    def has_known_values(self, known: Mapping[str, str]) -> bool:
        """Whether each placeholder stands for itself, or for the value that it is known to have."""
        return all(value in (name, known.get(name)) for name, value in self.values.items())

    @property
    def distance(self) -> int:
        """How different the two are."""
        return sum(weight for weight, _ in self._differences)

    @property
    def differences(self) -> list[str]:
        """What differs, as sentences without a full stop; none where the two fit."""
        return [text for _, text in self._differences]

    def _compare(self, recorded: Document, sent: Document) -> Iterator[tuple[int, str]]:
        if recorded["method"] != sent["method"]:
            yield 20, _differs("the method", recorded["method"], sent["method"])
        yield from self._compare_urls(recorded["url"], sent["url"])
        headers = recorded.get("headers", {}), sent.get("headers", {})
        yield from self._compare_members("the header", *headers, weight=2)
        yield from self._compare_bodies(recorded, sent)

    def _compare_urls(self, recorded: str, sent: str) -> Iterator[tuple[int, str]]:
        ours, theirs = urlsplit(recorded), urlsplit(sent)
        if (ours.scheme, ours.netloc) != (theirs.scheme, theirs.netloc):
            origins = [f"{each.scheme}://{each.netloc}" for each in (ours, theirs)]
            yield 15, _differs("the origin", *origins)
        segments = [[unquote(part) for part in each.path.split("/")] for each in (ours, theirs)]
        fits = [self._fits_text(*pair) for pair in zip(*segments, strict=False)]
        others = fits.count(False) + abs(len(segments[0]) - len(segments[1]))
        if others:
            yield 8 + 4 * others, _differs("the path", ours.path, theirs.path)
        queries = _pairs(ours.query), _pairs(theirs.query)
        yield from self._compare_members("the query parameter", *queries, weight=2)

    def _compare_bodies(self, recorded: Document, sent: Document) -> Iterator[tuple[int, str]]:
        kinds = [next((key for key in _BODIES if key in each), None) for each in (recorded, sent)]
        if set(kinds) == {"json", "text"}:  # the text of numbers that have more digits
            try:
                bodies = described_json(recorded), described_json(sent)
            except ValueError:
                pass
            else:
                yield from self._compare_values("", *bodies)
                return
        if kinds[0] != kinds[1]:
            shown = [kind or "none" for kind in kinds]
            yield 5, f"the request body is {shown[1]}, and was {shown[0]} when it was recorded"
        elif kinds[0] == "form":
            yield from self._compare_members("the parameter", recorded["form"], sent["form"])
        elif kinds[0] == "json":
            yield from self._compare_values("", recorded["json"], sent["json"])
        elif kinds[0] == "multipart":
            fields = _by_name(recorded["multipart"]), _by_name(sent["multipart"])
            yield from self._compare_members("the field", *fields)
        elif kinds[0] is not None:
            name = kinds[0]
            if not self._fits_text(recorded[name], sent[name]):
                yield 3, _differs("the request body", recorded[name], sent[name])

    def _compare_members(
        self, kind: str, recorded: Mapping[str, Any], sent: Mapping[str, Any], weight: int = 1
    ) -> Iterator[tuple[int, str]]:
        for name in {**recorded, **sent}:
            pair = recorded.get(name, _ABSENT), sent.get(name, _ABSENT)
            if not self._fits(*pair, name=name):
                yield weight, _differs(f"{kind} {name!r}", *pair, name=name)

    def _compare_values(self, path: str, recorded: Any, sent: Any) -> Iterator[tuple[int, str]]:
        """The differences between two values of JSON, each by the path of its member."""
        if isinstance(recorded, dict) and isinstance(sent, dict):
            ours, theirs = cast("Document", recorded), cast("Document", sent)
            for name in {**ours, **theirs}:
                pair = ours.get(name, _ABSENT), theirs.get(name, _ABSENT)
                if not self._is_chosen(name) or not self._fits(*pair, name=name):
                    yield from self._compare_values(f"{path}.{name}".lstrip("."), *pair)
        elif not self._fits(recorded, sent):
            what = f"the member {path!r}" if path else "the request body"
            yield 1, _differs(what, recorded, sent, name=path)

    def _fits(self, recorded: Any, sent: Any, name: str = "") -> bool:
        """Whether a value that is sent is the recorded one, or one that its placeholder allows.

        Any value of a chosen name is, as long as there is one.
        """
        is_any = self._is_chosen(name) and recorded is not _ABSENT and sent is not _ABSENT
        return self._is_same(recorded, sent) or is_any

    def _is_same(self, recorded: Any, sent: Any) -> bool:
        if isinstance(recorded, str) and isinstance(sent, str):
            return self._fits_text(recorded, sent)
        if isinstance(recorded, list) and isinstance(sent, list):
            items, others = cast("list[Any]", recorded), cast("list[Any]", sent)
            return len(items) == len(others) and all(map(self._fits, items, others))
        if isinstance(recorded, dict) and isinstance(sent, dict):
            return not any(self._compare_values("", recorded, sent))
        # True is not 1, and 1 is 1.0.
        is_alike = isinstance(recorded, bool) == isinstance(sent, bool)
        return is_alike and bool(recorded == sent)

    def _fits_text(self, recorded: str, sent: str) -> bool:
        placeholders = PLACEHOLDER.findall(recorded)
        if not placeholders:
            return recorded == sent
        literals = map(re.escape, PLACEHOLDER.split(recorded))
        found = re.fullmatch("(.+?)".join(literals), sent, re.DOTALL)
        if found is not None:
            self.values.update(zip(placeholders, found.groups(), strict=True))
        return found is not None


def with_values(described: Any, values: Mapping[str, str]) -> Any:
    """A document in which the values of placeholders that are known stand for them."""

    def filled(text: str) -> str:
        is_url = text.startswith(("http://", "https://", "/"))

        def value_of(found: re.Match[str]) -> str:
            value = values.get(found[0], found[0])
            return quote(value, safe="") if is_url else value

        return PLACEHOLDER.sub(value_of, text)

    return map_text(described, filled)


def _pairs(query: str) -> dict[str, str | list[str]]:
    pairs: dict[str, list[str]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        pairs.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in pairs.items()}


def _by_name(fields: Sequence[Document]) -> dict[str, list[Document]]:
    """The fields of a multipart form by name; a name may be there several times."""
    by_name: dict[str, list[Document]] = {}
    for each in fields:
        by_name.setdefault(each["name"], []).append(each)
    return by_name


def _differs(what: str, recorded: Any, sent: Any, name: str = "") -> str:
    """The sentence about a difference; it does not show the value of a sensitive name."""
    if recorded is _ABSENT:
        return f"{what} was not sent when it was recorded"
    if sent is _ABSENT:
        return f"{what} is missing"
    if is_sensitive(name, frozenset()):
        return f"{what} has another value"
    shown = shown_value(sent), shown_value(recorded)
    return f"{what} is {shown[0]}, and was {shown[1]} when it was recorded"
