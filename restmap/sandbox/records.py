"""Records: found by their path, created, changed, deleted and shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote, unquote
from uuid import uuid4

import attrs

from ..declare.annotations import is_uuid, plain_type
from ..describe.nodes import Node
from .bodies import field_value, given_key, new_body, to_stored, to_wire, unique_fields
from .credentials import Credentials
from .places import Places
from .refusal import Refusal, not_found
from .rows import ROOT, CollectionId, Row
from .rules import RecordContext, Rules
from .store import Store
from .values import is_whole_number, put

if TYPE_CHECKING:
    from datetime import datetime

    from ..api.resource import Resource


@attrs.frozen
class Collection:
    """The collection that a path leads to. path: the path values above the key."""

    node: Node
    collection_id: CollectionId
    path: tuple[str, ...]

    def record(self, row: Row) -> Record:
        """The record of a row."""
        keys = decode_keys(row.key) if self.node.plan.keys else ()
        return Record(self, row, (*self.path, *keys))


@attrs.frozen
class Record:
    """A stored record. path: its path values; a request may have a unique value instead."""

    collection: Collection
    row: Row
    path: tuple[str, ...]

    @property
    def node(self) -> Node:
        """The node of the resource."""
        return self.collection.node

    def below(self, child: Node, keys: tuple[str, ...] = ()) -> Collection:
        """A collection below the record. keys: those of the collection itself, if it has any."""
        collection_id = CollectionId(self.row.position, collection_kind(child, keys))
        return Collection(child, collection_id, (*self.path, *keys))


class Effects(Protocol):
    """What follows from creating and changing records; `Behaviour` is one."""

    def initial_values(
        self, resource: type[Resource], given: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """The values that a server gives a new record, by Python name. given: its arguments."""
        ...

    def revision_field(self, resource: type[Resource]) -> str | None:
        """The Python name of the field that counts the changes of a record; None without one."""
        ...

    def after_creation(self, records: Records, record: Record, given: Mapping[str, Any]) -> Record:
        """Do what follows, and return the record as it is then. given: its arguments."""
        ...

    def after_deletion(self, records: Records, record: Record) -> None:
        """Do what follows. record: as it was."""
        ...

    def after_changing(self, records: Records, record: Record, before: Row) -> Record:
        """Do what follows, and return the record as it is then. before: its row, unchanged."""
        ...


@attrs.frozen
class Records:
    """The records of a sandbox for one request.

    origin: that of the request's URL. moment: the time of the request.
    """

    store: Store
    rules: Rules
    credentials: Credentials
    places: Places
    effects: Effects
    origin: str
    moment: datetime

    @property
    def now(self) -> datetime:
        """The time of the request in whole seconds, as most APIs write it."""
        return self.moment.replace(microsecond=0)

    # -- finding --------------------------------------------------------------------------

    def collection(self, node: Node, values: tuple[str, ...]) -> Collection:
        """The collection that path values lead to. Raises a 404 if its parent does not exist."""
        given = len(node.parent.item.names) if node.parent is not None else 0
        keys = values[given : node.plan.path_length_above]
        if node.parent is None:
            return Collection(node, CollectionId(ROOT, collection_kind(node, keys)), keys)
        return self.find(node.parent, values[:given]).below(node, keys)

    def find(self, node: Node, values: tuple[str, ...]) -> Record:
        """The record that path values lead to, by key or by the value of a unique field.

        A resource without a key has a single record, which is created when it is first used. Raises
        a 404 if there is no record.
        """
        collection = self.collection(node, values)
        keys = values[len(collection.path) :]
        row = self.store.find(collection.collection_id, encode_keys(keys))
        if row is None and not keys:
            return self.create(collection, {})
        if row is None and len(keys) == 1:
            found = (
                self.store.find_by_value(collection.collection_id, field, keys[0])
                for field in unique_fields(node)
            )
            row = next((each for each in found if each is not None), None)
        if row is None:
            raise not_found(node.prefix + node.item.expand(values))
        return collection.record(row)

    def at(self, position: int) -> Record | None:
        """The record with a position; None if it was deleted, or its resource is not served."""
        row = self.store.row(position)
        return None if row is None else self.of_row(row, {})

    def of_row(self, row: Row, paths: dict[int, tuple[str, ...]]) -> Record | None:
        """The record of a row, with its path; None if its resource is not served.

        paths: the path values of parents that are known, by position, to which others are added.
        """
        node = self.places.of_kind(row.kind)
        if node is None:
            return None
        if row.parent != ROOT and row.parent not in paths:
            parent = self.at(row.parent)
            paths[row.parent] = parent.path if parent is not None else ()
        keys = decode_keys(row.kind.partition(" ")[2])
        path = (*paths.get(row.parent, ()), *keys)
        return Collection(node, row.collection_id, path).record(row)

    # -- changing -------------------------------------------------------------------------

    def create(self, collection: Collection, given: Mapping[str, Any]) -> Record:
        """Create a record from arguments. Raises a 409 if a value that must be unique is taken.

        A resource without a key has a single record: creating it again changes it.
        """
        node, collection_id = collection.node, collection.collection_id
        initial = self.effects.initial_values(node.resource, given)
        keys = self._new_keys(node, {**initial, **given})
        row = self.store.find(collection_id, encode_keys(keys))
        if row is not None and not keys:
            return self.change(collection.record(row), given)
        if row is not None:
            raise conflict(node, node.plan.keys[-1], keys[-1])
        path = (*collection.path, *keys)
        in_path = dict(zip(node.item.names, path, strict=True))
        sources = (in_path, given, initial, self.rules.set_on_create(self.now))
        body = new_body(node, self.rules, sources, self._compute(node, path), self.now)
        unique = self._unique_values(collection_id, node, body, None)
        row = self.store.add(collection_id, encode_keys(keys), body, unique)
        return self.effects.after_creation(self, Record(collection, row, path), given)

    def change(self, record: Record, given: Mapping[str, Any]) -> Record:
        """Change the fields of a record that arguments name."""
        node, fields, before = record.node, record.node.plan.fields, record.row
        body, computed = before.body, self._compute(node, record.path)
        revision = self.effects.revision_field(node.resource)
        counted = {} if revision is None else {revision: before.version}
        for name, value in {**self.rules.set_on_update(self.now), **counted, **given}.items():
            if name in fields:
                is_own = name in computed and value == computed[name]
                wire = None if is_own else to_stored(node, self.rules, name, value, self.now)
                put(body, fields[name], wire)
        for name, value in zip(node.item.names, record.path, strict=True):
            if name in fields and fields[name].spec.inside is not None:  # a new object lacks it
                put(body, fields[name], to_wire(node, self.rules, name, value))
        unique = self._unique_values(before.collection_id, node, body, before)
        changed = attrs.evolve(record, row=self.store.change(before, body, unique))
        return self.effects.after_changing(self, changed, before)

    def remove(self, record: Record) -> None:
        """Delete a record and everything below it."""
        self.store.remove(record.row)
        self.effects.after_deletion(self, record)

    def _new_keys(self, node: Node, given: Mapping[str, Any]) -> tuple[str, ...]:
        found = ((name, given_key(node, self.rules, name, given)) for name in node.plan.keys)
        return tuple(self._new_key(node, name) if key is None else str(key) for name, key in found)

    def _new_key(self, node: Node, name: str) -> str:
        field = node.plan.fields.get(name)
        if field is not None and is_whole_number(field.kind):
            return str(self.store.next_position())
        if field is not None and is_uuid(plain_type(field.kind)[0]):
            return str(uuid4())
        prefix = field.spec.prefix if field is not None else None
        return self.rules.create_key(prefix or "")

    def _unique_values(
        self, collection_id: CollectionId, node: Node, body: Mapping[str, Any], own: Row | None
    ) -> dict[str, str]:
        """The unique values of a record. Raises a 409 if another record has one of them."""
        values = {name: str(body[name]) for name in unique_fields(node) if body[name]}
        for name, value in values.items():
            holder = self.store.find_by_value(collection_id, name, value)
            if holder is not None and (own is None or holder.position != own.position):
                raise conflict(node, name, value)
        return values

    # -- showing --------------------------------------------------------------------------

    def show(self, record: Record) -> dict[str, Any]:
        """A record as a response has it. What was given is not overwritten by the rules."""
        body, fields = record.row.body, record.node.plan.fields
        for name, value in self._compute(record.node, record.path).items():
            if name in fields and field_value(record.node, name, body) is None:
                put(body, fields[name], value)
        return body

    def etag(self, record: Record) -> str:
        """The ETag of a record: the field that counts its changes, if it has one."""
        revision = self.effects.revision_field(record.node.resource)
        if revision is None:
            return record.row.etag
        return f'"{field_value(record.node, revision, record.row.body)}"'

    def _compute(self, node: Node, path: tuple[str, ...]) -> Mapping[str, Any]:
        return self.rules.compute_fields(RecordContext(node, path, self.origin, self.credentials))


def encode_keys(keys: tuple[str, ...]) -> str:
    """The key under which a record is stored; empty for a resource without a key."""
    return "/".join(quote(each, safe="") for each in keys)


def decode_keys(text: str) -> tuple[str, ...]:
    """The keys of `encode_keys`."""
    return tuple(unquote(each) for each in text.split("/")) if text else ()


def collection_kind(node: Node, keys: tuple[str, ...]) -> str:
    """The kind under which the records of a collection are stored, with its keys."""
    return f"{node.storage_name} {encode_keys(keys)}" if keys else node.storage_name


def conflict(node: Node, name: str, value: str) -> Refusal:
    """A 409, for a value that must be unique and is taken."""
    return Refusal(409, f"{node.resource.__name__} with {name} {value!r} already exists.")
