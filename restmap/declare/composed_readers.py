"""Readers of lists, maps and unions, from the readers of their parts.

A reader has two ways to read. `read` is fast and raises for a value that does not fit. `keep`
reads a second time what `read` refused: it keeps as received the innermost values that do not fit,
and notes each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from .misfits import Drift


class Reader:
    """From a wire value to its Python value.

    read: raises ValueError or TypeError for a value that it refuses; a user's may raise anything.
    """

    # Whether keys may be unknown, which only `keep` notes.
    has_members = False

    def __init__(self, read: Callable[[Any], Any]) -> None:
        self.read = read

    def count_lost(self, value: Any, read: Any) -> int:
        """How many parts of a wire value are lost in what was read of it, for unions."""
        return 0

    def keep(self, value: Any, path: str, drift: list[Drift]) -> Any:
        """The Python value; what does not fit is kept as received and added to `drift`."""
        try:
            return self.read(value)
        except Exception as error:  # a user's own reader may raise anything
            from .misfits import misfit  # few responses have one

            drift.append(misfit(path, value, error))
            return value


class NullableReader(Reader):
    """Reads `null` as None, and anything else by another reader."""

    def __init__(self, inner: Reader) -> None:
        super().__init__(self._read)
        self._inner = inner
        self.has_members = inner.has_members

    def _read(self, value: Any) -> Any:
        return None if value is None else self._inner.read(value)

    def count_lost(self, value: Any, read: Any) -> int:
        return 0 if value is None else self._inner.count_lost(value, read)

    def keep(self, value: Any, path: str, drift: list[Drift]) -> Any:
        return None if value is None else self._inner.keep(value, path, drift)


class ListReader(Reader):
    """Reads a JSON array; make: list, or the class of another collection."""

    def __init__(self, item: Reader, make: Callable[[list[Any]], Any] = list) -> None:
        super().__init__(self._read)
        self._item = item
        self._make = make
        self.has_members = item.has_members

    def _read(self, value: Any) -> Any:
        read = self._item.read
        items = [read(each) for each in _checked_list(value)]
        return items if self._make is list else self._make(items)

    def keep(self, value: Any, path: str, drift: list[Drift]) -> Any:
        if not isinstance(value, list):
            return super().keep(value, path, drift)
        items = cast("list[Any]", value)
        kept = [self._item.keep(each, f"{path}[]", drift) for each in items]
        try:
            return self._make(kept)
        except TypeError:  # a kept list or object cannot be in a set
            return kept


def _checked_list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("expected a list")
    return cast("list[Any]", value)


class MapReader(Reader):
    """Reads a JSON object with any keys. key: reads the text of a key; None for text itself."""

    def __init__(self, key: Callable[[Any], Any] | None, item: Reader) -> None:
        super().__init__(self._read)
        self._key = key
        self._item = item
        self.has_members = item.has_members

    def _read(self, value: Any) -> Any:
        read, items = self._item.read, _checked_object(value).items()
        if self._key is None:
            return {key: read(each) for key, each in items}
        return {self._key(key): read(each) for key, each in items}

    def keep(self, value: Any, path: str, drift: list[Drift]) -> Any:
        if not isinstance(value, dict):
            return super().keep(value, path, drift)
        items = cast("dict[str, Any]", value).items()
        return {
            self._kept_key(key): self._item.keep(each, f"{path}[]", drift) for key, each in items
        }

    def _kept_key(self, key: str) -> Any:
        try:
            return key if self._key is None else self._key(key)
        except (TypeError, ValueError):
            return key


def _checked_object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("expected an object")
    return cast("dict[str, Any]", value)


class UnionReader(Reader):
    """Reads a value by the first member of a union that loses nothing of it.

    expected: for the message, the union. A model or a resource that does not know a key of an
    object is taken only where no other does better.
    """

    def __init__(self, members: Sequence[Reader], expected: str) -> None:
        super().__init__(self._read)
        self._members = members
        self._expected = expected
        self.has_members = any(member.has_members for member in members)

    def _read(self, value: Any) -> Any:
        return self._best(value)[1]

    def _best(self, value: Any) -> tuple[Reader, Any]:
        """The member that loses least of a value, and what it reads."""
        best: tuple[int, Reader, Any] | None = None
        for member in self._members:
            try:
                read = member.read(value)
            except Exception:  # a user's hook may raise anything
                continue
            lost = member.count_lost(value, read)
            if not lost:
                return member, read
            if best is None or lost < best[0]:
                best = lost, member, read
        if best is None:
            raise ValueError(f"expected {self._expected}")
        return best[1:]

    def keep(self, value: Any, path: str, drift: list[Drift]) -> Any:
        try:
            return self._best(value)[0].keep(value, path, drift)
        except ValueError:
            composed = [member for member in self._members if member.has_members]
            if isinstance(value, dict | list) and len(composed) == 1:
                return composed[0].keep(value, path, drift)
            return super().keep(value, path, drift)


class TaggedReader(Reader):
    """Reads an object by the model that its tag names; without the tag, as any union.

    tag: the key that tells the models apart. members: by the value of the tag.
    """

    has_members = True

    def __init__(self, tag: str, members: Mapping[Any, Reader]) -> None:
        super().__init__(self._read)
        self._tag = tag
        self._members = members
        self._untagged = UnionReader(list(members.values()), "an object of the union")

    def _read(self, value: Any) -> Any:
        return self._member(value).read(value)

    def _member(self, value: Any) -> Reader:
        received = _checked_object(value)
        if self._tag not in received:
            return self._untagged
        found = received[self._tag]
        member = self._members.get(found) if isinstance(found, str | int) else None
        if member is None:
            known = ", ".join(map(repr, self._members))
            raise ValueError(f"expected one of {known} as its {self._tag!r}")
        return member

    def keep(self, value: Any, path: str, drift: list[Drift]) -> Any:
        try:
            member = self._member(value)
        except ValueError:
            return super().keep(value, path, drift)
        return member.keep(value, path, drift)
