"""Rows: what the store has of a record, and the tables that they are in."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import attrs

ROOT = 0
"""The position that stands for the parent of the top collections."""

SCHEMA_VERSION = 2

# Deleting a record deletes what is below it: the database follows `parent` by itself.
SCHEMA = f"""
CREATE TABLE record (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    parent INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    notes TEXT,
    UNIQUE (parent, kind, key)
);
CREATE INDEX record_in_order ON record (parent, kind, position);
CREATE TABLE unique_value (
    parent INTEGER NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    position INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    PRIMARY KEY (parent, kind, field, value)
) WITHOUT ROWID;
CREATE INDEX unique_value_of_record ON unique_value (position);
CREATE TABLE due (
    position INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (position, field)
) WITHOUT ROWID;
CREATE INDEX due_in_order ON due (at);
INSERT INTO record (position, parent, kind, key, body) VALUES ({ROOT}, {ROOT}, '', '', 'null');
PRAGMA user_version = {SCHEMA_VERSION};
"""


@attrs.frozen
class CollectionId:
    """One collection: the records of one kind under one parent.

    parent: the position of the parent's row, or ROOT. kind: names the resource and its place.
    """

    parent: int
    kind: str


@attrs.frozen
class Row:
    """One record as it is stored.

    position: its number in the order of creation, over all collections. parent, kind: those of its
    collection. key: what addresses it there. text: its fields, as a JSON object. version: how
    often it was written. notes_text: what rules keep with it and no response has, as a JSON object.
    """

    position: int
    parent: int
    kind: str
    key: str
    text: str
    version: int = 1
    notes_text: str | None = None

    @property
    def collection_id(self) -> CollectionId:
        """The collection that it is in."""
        return CollectionId(self.parent, self.kind)

    @property
    def body(self) -> dict[str, Any]:
        """The fields by wire name; a new dict each time."""
        fields: dict[str, Any] = json.loads(self.text)
        return fields

    @property
    def notes(self) -> dict[str, Any]:
        """What rules keep with it; a new dict each time."""
        notes: dict[str, Any] = json.loads(self.notes_text or "{}")
        return notes

    @property
    def etag(self) -> str:
        """Its ETag (RFC 9110 8.8.3), which each write changes."""
        state = f"{self.position} {self.version} {self.text}"
        return f'"{hashlib.sha256(state.encode()).hexdigest()[:32]}"'


@attrs.frozen
class Due:
    """A change of a record that time brings. position: of its row. at: microseconds since 1970.

    field: the Python name of the field. value: what the field will have.
    """

    position: int
    field: str
    value: Any
    at: int
