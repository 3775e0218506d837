"""Listings: the records that a list selects, which pages are cut from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol

import attrs

from .filters import Selection
from .records import Collection, Records
from .rows import ROOT, Row


class Listing(Protocol):
    """The records that a list selects. Their positions increase, and are more than ROOT."""

    def after(self, position: int) -> Iterator[Row]:
        """Those after a position, in order."""
        ...

    def before(self, position: int) -> Iterator[Row]:
        """Those before a position, the last one first."""
        ...

    def skip(self, number: int) -> Iterator[Row]:
        """Those after so many, in order."""
        ...

    def count(self) -> int:
        """How many there are."""
        ...

    def find(self, key: str) -> Row | None:
        """The one with a key, or None."""
        ...

    def end(self) -> int:
        """A position after all of them."""
        ...

    def show(self, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """Those of rows as a response has them."""
        ...


@attrs.frozen
class GivenListing:
    """Records that an override gives, by wire names, and that a list selects."""

    given: Sequence[Mapping[str, Any]]
    selection: Sequence[Selection]

    def after(self, position: int) -> Iterator[Row]:
        """Those after a position, in order."""
        return (each for each in self._rows() if each.position > position)

    def before(self, position: int) -> Iterator[Row]:
        """Those before a position, the last one first."""
        return iter([each for each in self._rows() if each.position < position][::-1])

    def skip(self, number: int) -> Iterator[Row]:
        """Those after so many, in order."""
        return islice(self._rows(), number, None)

    def count(self) -> int:
        """How many there are."""
        return sum(1 for _ in self._rows())

    def find(self, key: str) -> Row | None:
        """None: they have no keys."""
        return None

    def end(self) -> int:
        """A position after all of them."""
        return len(self.given) + 1

    def show(self, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """Those of rows, as they were given."""
        return [dict(self.given[each.position - 1]) for each in rows]

    def _rows(self) -> Iterator[Row]:
        for position, each in enumerate(self.given, 1):
            if all(selects(each) for selects in self.selection):
                yield Row(position, ROOT, "", "", "")


@attrs.frozen
class ReversedListing:
    """The records of another listing in the opposite order, at positions counted from its end."""

    listing: Listing

    def after(self, position: int) -> Iterator[Row]:
        """Those after a position, in order."""
        return map(_mirrored, self.listing.before(_LAST - position))

    def before(self, position: int) -> Iterator[Row]:
        """Those before a position, the last one first."""
        return map(_mirrored, self.listing.after(_LAST - position))

    def skip(self, number: int) -> Iterator[Row]:
        """Those after so many, in order."""
        return islice(self.after(ROOT), number, None)

    def count(self) -> int:
        """How many there are."""
        return self.listing.count()

    def find(self, key: str) -> Row | None:
        """The one with a key, or None."""
        row = self.listing.find(key)
        return None if row is None else _mirrored(row)

    def end(self) -> int:
        """A position after all of them."""
        return _LAST

    def show(self, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """Those of rows as a response has them."""
        return self.listing.show(map(_mirrored, rows))


# Positions have at most 18 digits in page tokens.
_LAST = 10**18 - 1


def _mirrored(row: Row) -> Row:
    return attrs.evolve(row, position=_LAST - row.position)


@attrs.frozen
class StoredListing:
    """The records of a collection that a list selects."""

    records: Records
    collection: Collection
    selection: Sequence[Selection]

    def after(self, position: int) -> Iterator[Row]:
        """The matching records after a position, in the order of creation."""
        return self._filter(self.records.store.rows(self.collection.collection_id, position))

    def before(self, position: int) -> Iterator[Row]:
        """The matching records before a position, newest first."""
        return self._filter(self.records.store.rows_before(self.collection.collection_id, position))

    def skip(self, number: int) -> Iterator[Row]:
        """The matching records without the first ones, in the order of creation."""
        if self.selection:
            return islice(self.after(ROOT), number, None)
        return self.records.store.rows(self.collection.collection_id, skipped=number)

    def count(self) -> int:
        """The number of matching records."""
        if self.selection:
            return sum(1 for _ in self.after(ROOT))
        return self.records.store.count(self.collection.collection_id)

    def find(self, key: str) -> Row | None:
        """The record with a key, or None."""
        return self.records.store.find(self.collection.collection_id, key)

    def end(self) -> int:
        """A position after all records."""
        return self.records.store.next_position()

    def _filter(self, rows: Iterator[Row]) -> Iterator[Row]:
        return filter(self._is_selected, rows) if self.selection else rows

    def _is_selected(self, row: Row) -> bool:
        shown = self.records.show(self.collection.record(row))
        return all(selects(shown) for selects in self.selection)

    def show(self, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """The records of rows as a response has them."""
        return [self.records.show(self.collection.record(row)) for row in rows]
