"""Storage of the records: SQLite, in memory or in a file."""

from __future__ import annotations

import json
import sqlite3
import threading
import weakref
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from ..errors import ConfigurationError, configuration_error
from .rows import ROOT, SCHEMA, SCHEMA_VERSION, CollectionId, Due, Row

# The columns of a Row, in its order.
_ROW = "SELECT position, parent, kind, key, body, version, notes FROM record"


class Store:
    """The records of a sandbox. All reads and writes take place in `with store.transaction():`.

    database: the path of the file; None keeps the records in memory.
    """

    def __init__(self, database: str | Path | None = None) -> None:
        self._lock = threading.RLock()
        self._is_closing = False
        try:
            # All threads share one connection; the lock admits one of them at a time.
            self._connection = sqlite3.connect(
                str(database or ":memory:"), isolation_level=None, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise _database_error(database, error) from error
        # Closes the connection of a sandbox that is dropped without stop().
        self._finalizer = weakref.finalize(self, self._connection.close)
        try:
            self._prepare()
        except sqlite3.Error as error:
            self._finalizer()
            raise _database_error(database, error) from error

    def _prepare(self) -> None:
        run = self._connection.execute
        (version,) = run("PRAGMA user_version").fetchone()
        if version not in (0, SCHEMA_VERSION):
            raise sqlite3.DatabaseError(f"its tables have version {version}")
        # The records must survive the end of the process, but not a crash of the machine.
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = OFF")
        if version == 0:
            self._connection.executescript(f"BEGIN; {SCHEMA} COMMIT;")
        run("PRAGMA foreign_keys = ON")

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Everything inside is committed, or rolled back if an exception is raised.

        Transactions run one at a time; one inside another of the same thread joins it. Raises
        ConfigurationError once the store is closed.
        """
        with self._lock:
            self.check_open()
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                self._close_if_asked()
                raise
            self._connection.execute("COMMIT")
            self._close_if_asked()

    def find(self, collection_id: CollectionId, key: str) -> Row | None:
        """The record with a key, or None."""
        return self._fetch_one(
            f"{_ROW} WHERE parent = ? AND kind = ? AND key = ?",
            (collection_id.parent, collection_id.kind, key),
        )

    def row(self, position: int) -> Row | None:
        """The record with a position, or None."""
        return self._fetch_one(f"{_ROW} WHERE position = ?", (position,))

    def find_by_value(self, collection_id: CollectionId, field: str, value: str) -> Row | None:
        """The record with a value in a field whose values are unique, or None."""
        return self._fetch_one(
            f"{_ROW} WHERE position = (SELECT position "
            "FROM unique_value WHERE parent = ? AND kind = ? AND field = ? AND value = ?)",
            (collection_id.parent, collection_id.kind, field, value),
        )

    def add(
        self,
        collection_id: CollectionId,
        key: str,
        body: Mapping[str, Any],
        unique: Mapping[str, str],
    ) -> Row:
        """Store a new record. The caller has checked that its key and unique values are free."""
        text = _to_json(body)
        cursor = self._connection.execute(
            "INSERT INTO record (parent, kind, key, body) VALUES (?, ?, ?, ?)",
            (collection_id.parent, collection_id.kind, key, text),
        )
        assert cursor.lastrowid is not None
        row = Row(cursor.lastrowid, collection_id.parent, collection_id.kind, key, text)
        self._insert_unique(row, unique)
        return row

    def change(self, row: Row, body: Mapping[str, Any], unique: Mapping[str, str]) -> Row:
        """Store other fields for a record."""
        changed = attrs.evolve(row, text=_to_json(body), version=row.version + 1)
        run = self._connection.execute
        query = "UPDATE record SET body = ?, version = ? WHERE position = ?"
        run(query, (changed.text, changed.version, row.position))
        run("DELETE FROM unique_value WHERE position = ?", (row.position,))
        self._insert_unique(changed, unique)
        return changed

    def _insert_unique(self, row: Row, unique: Mapping[str, str]) -> None:
        self._connection.executemany(
            "INSERT INTO unique_value VALUES (?, ?, ?, ?, ?)",
            [(row.parent, row.kind, *item, row.position) for item in unique.items()],
        )

    def write_notes(self, row: Row, notes: Mapping[str, Any]) -> Row:
        """Store other notes for a record."""
        noted = attrs.evolve(row, notes_text=_to_json(notes))
        query = "UPDATE record SET notes = ? WHERE position = ?"
        self._connection.execute(query, (noted.notes_text, row.position))
        return noted

    def remove(self, row: Row) -> None:
        """Delete a record and everything below it."""
        self._connection.execute("DELETE FROM record WHERE position = ?", (row.position,))

    def rows(
        self, collection_id: CollectionId, after: int = ROOT, *, skipped: int = 0
    ) -> Iterator[Row]:
        """The records of a collection after a position, in the order of creation.

        skipped: how many of them to leave out at the beginning.
        """
        found = self._connection.execute(
            f"{_ROW} WHERE parent = ? AND kind = ? AND position > ? "
            "ORDER BY position LIMIT -1 OFFSET ?",
            (collection_id.parent, collection_id.kind, after, skipped),
        )
        return (Row(*each) for each in found)

    def count(self, collection_id: CollectionId) -> int:
        """The number of records of a collection."""
        query = "SELECT COUNT(*) FROM record WHERE parent = ? AND kind = ?"
        values = (collection_id.parent, collection_id.kind)
        (number,) = self._connection.execute(query, values).fetchone()
        return int(number)

    def rows_before(self, collection_id: CollectionId, before: int) -> Iterator[Row]:
        """The records of a collection before a position, newest first."""
        found = self._connection.execute(
            f"{_ROW} WHERE parent = ? AND kind = ? AND position < ? ORDER BY position DESC",
            (collection_id.parent, collection_id.kind, before),
        )
        return (Row(*each) for each in found)

    def rows_of_kind(self, name: str) -> Iterator[Row]:
        """The records of a resource at one place of the API, under all parents.

        name: the kind of their collections, without the keys that these may have.
        """
        found = self._connection.execute(
            f"{_ROW} WHERE kind = ? OR substr(kind, 1, ?) = ? ORDER BY position",
            (name, len(name) + 1, f"{name} "),
        )
        return (Row(*each) for each in found)

    # -- what time brings -----------------------------------------------------------------

    def schedule(self, due: Due) -> None:
        """Plan a change of a field, in place of the one that is planned for it."""
        self._connection.execute(
            "INSERT OR REPLACE INTO due VALUES (?, ?, ?, ?)",
            (due.position, due.field, json.dumps(due.value), due.at),
        )

    def unschedule(self, position: int, field: str) -> None:
        """Give up the change that is planned for a field."""
        query = "DELETE FROM due WHERE position = ? AND field = ?"
        self._connection.execute(query, (position, field))

    def take_due(self, until: int) -> Due | None:
        """The first change that is due, which is then no longer planned; None if there is none.

        until: microseconds since 1970.
        """
        query = "SELECT position, field, value, at FROM due WHERE at <= ? ORDER BY at LIMIT 1"
        found = self._connection.execute(query, (until,)).fetchone()
        if found is None:
            return None
        position, field, value, at = found
        self.unschedule(position, field)
        return Due(position, field, json.loads(value), at)

    # -- all of it ------------------------------------------------------------------------

    def copy(self) -> sqlite3.Connection:
        """A copy of the database in memory."""
        with self._alone():
            copied = sqlite3.connect(":memory:", check_same_thread=False)
            self._connection.backup(copied)
        return copied

    def replace(self, source: sqlite3.Connection) -> None:
        """Make the database a copy of another one."""
        with self._alone():
            source.backup(self._connection)

    @contextmanager
    def _alone(self) -> Generator[None]:
        """Without transactions. Raises ConfigurationError inside of one of the same thread."""
        with self._lock:
            self.check_open()
            if self._connection.in_transaction:
                raise configuration_error(
                    "a snapshot cannot be made or restored while a request is handled.",
                    "Do it in the test, not in an override.",
                )
            yield

    def clear(self) -> None:
        """Delete all records."""
        self._connection.execute("DELETE FROM record WHERE position > ?", (ROOT,))

    def next_position(self) -> int:
        """The position that the next record will have."""
        query = "SELECT seq FROM sqlite_sequence WHERE name = 'record'"
        found = self._connection.execute(query).fetchone()
        return int(found[0]) + 1 if found else 1

    def _fetch_one(self, query: str, values: tuple[int | str, ...]) -> Row | None:
        found = self._connection.execute(query, values).fetchone()
        return Row(*found) if found else None

    def check_open(self) -> None:
        """Raises ConfigurationError if the store is closed."""
        if not self._finalizer.alive:
            raise configuration_error(
                "the sandbox was stopped, and its records are closed.", "Make a new Sandbox."
            )

    def close(self) -> None:
        """Close the database; records that are only in memory are lost.

        Inside of a transaction of the same thread, it is closed when that ends.
        """
        with self._lock:
            self._is_closing = True
            if self._finalizer.alive and not self._connection.in_transaction:
                self._finalizer()

    def _close_if_asked(self) -> None:
        if self._is_closing:
            self._finalizer()


def _to_json(body: Mapping[str, Any]) -> str:
    return json.dumps(body, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _database_error(database: str | Path | None, error: sqlite3.Error) -> ConfigurationError:
    return configuration_error(
        f"the database {str(database)!r} cannot be used: {error}.",
        "Name a file that a sandbox created, or one that does not exist yet.",
    )
