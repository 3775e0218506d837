"""Short reprs: of records and models, which have many members, and of the values in them."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from .sensitive import is_sensitive

MASKED = "***"
"""What is shown in place of a sensitive value."""

_MAX_MEMBERS = 6


class Members:
    """The members of an object, to be shown.

    names: in the order of what tells objects apart; the values are the attributes of these names.
    is_masked: whether the value of a name is a secret. noun: what they are called.
    """

    def __init__(
        self, names: Sequence[str], is_masked: Callable[[str], bool], noun: str = "fields"
    ) -> None:
        self.names = names
        self.noun = noun
        self._is_masked = is_masked

    def hides(self, name: str, value: object) -> bool:
        """Whether a value must not be shown. Whether there is one may be."""
        return value is not None and not isinstance(value, bool) and self._is_masked(name)


def short_repr(value: object) -> str:
    """The repr of a value, with long texts, long lists, deep values and secrets left out.

    >>> short_repr({"numbers": list(range(100)), "auth_token": "s3cret"})
    "{'auth_token': ***, 'numbers': [0, 1, 2, 3, ...]}"
    """
    return _SHORT.repr(value)


class _ShortRepr(reprlib.Repr):
    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 3
        self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = self.maxdict = 4
        self.maxstring = self.maxother = 60

    def repr1(self, x: Any, level: int) -> str:
        members = _members_of(x)
        if members is not None:
            return self._of_members(x, members, level)
        if isinstance(x, date):
            return date_text(x)
        return super().repr1(x, level)

    def _of_members(self, x: Any, members: Members, level: int) -> str:
        name, names = type(x).__name__, members.names
        if level <= 0 and names:
            return f"{name}(...)"
        # In place of the words "1 more", the last one can be shown.
        shown = names if len(names) == _MAX_MEMBERS + 1 else names[:_MAX_MEMBERS]
        parts = [f"{each}={self._of_member(x, each, members, level)}" for each in shown]
        if left := len(names) - len(shown):
            parts.append(f"... {left} more {members.noun}")
        return f"{name}({', '.join(parts)})"

    def _of_member(self, x: Any, name: str, members: Members, level: int) -> str:
        value = getattr(x, name)
        return MASKED if members.hides(name, value) else self.repr1(value, level - 1)

    def repr_dict(self, x: dict[Any, Any], level: int) -> str:
        masked = {
            key: _Masked() if isinstance(key, str) and is_sensitive(key, frozenset()) else value
            for key, value in x.items()
        }
        return super().repr_dict(masked, level)

    def repr_int(self, x: int, level: int) -> str:
        try:
            return super().repr_int(x, level)
        except ValueError:  # Python refuses to write very long ones
            return f"<int of {x.bit_length()} bits>"


def _members_of(value: object) -> Members | None:
    """The members of a record or a model; None for anything else."""
    of_object: Callable[[object], Members | None] | None
    of_object = getattr(type(value), "_members_to_show", None)
    return of_object(value) if of_object is not None else None


class _Masked:
    def __repr__(self) -> str:
        return MASKED


_SHORT = _ShortRepr()


def date_text(value: date) -> str:
    """A date or a date-time in ISO 8601.

    >>> from datetime import UTC
    >>> date_text(datetime(2026, 11, 24, 10, tzinfo=UTC))
    '2026-11-24T10:00:00Z'
    """
    text = value.isoformat()
    return text.replace("+00:00", "Z") if isinstance(value, datetime) else text


# -- which come first ---------------------------------------------------------------------------

_NAMES = frozenset(
    {"name", "title", "subject", "label", "email", "login", "username", "identity", "identifier"}
    | {"number"}
)
_PARTIES = frozenset({"from", "from_", "to"})
_STATES = frozenset({"status", "state", "type", "kind", "role"})
_DATES = frozenset({"date", "time", "at", "on"})
_LINKS = frozenset({"url", "uri", "uris", "href", "link", "links"})


def names_that_tell_apart(
    names: Iterable[str], keys: Collection[str], shared: Collection[str]
) -> list[str]:
    """The names of fields in the order of how well they tell records of one list apart.

    The keys come first, then names, a state and a date, then the others; keys of other records
    and links come last. keys: the names of the record's own keys. shared: the names of fields that
    are the same in the whole list.

    >>> names_that_tell_apart(["url", "shop_id", "id", "total", "created_at", "status"], {"id"}, ())
    ['id', 'status', 'created_at', 'total', 'shop_id', 'url']
    """
    groups: dict[str, list[str]] = {
        each: [] for each in ("keys", "names", "states", "others", "dates", "ids", "shared")
    }
    for name in names:
        groups[_group_of(name, keys, shared)].append(name)
    first = [*groups["keys"], *groups["names"][:2], *groups["states"][:1], *groups["dates"][:1]]
    rest = [each for group in groups.values() for each in group if each not in first]
    return [*first, *rest]


def _group_of(name: str, keys: Collection[str], shared: Collection[str]) -> str:
    if name in keys:
        return "keys"
    words = name.strip("_").split("_")
    last = words[-1]
    if name in shared or last in _LINKS:
        return "shared"
    if last in _NAMES or name in _PARTIES:
        return "names"
    if last in _STATES:
        return "states"
    if last in _DATES or words[0] == "date":
        return "dates"
    return "ids" if last in ("id", "sid") else "others"
