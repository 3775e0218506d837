"""Records: found by their path, created, changed, deleted and shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

import attrs

from ..declare.json_paths import value_at
from ..declare.unset import UNSET
from ..declare.uri import segment_text
from ..describe.nodes import Node
from .files import facts_of
from .refusal import Refusal, bad_request, invalid_value, not_found
from .rules import Credentials, RecordContext, Rules
from .store import ROOT, CollectionId, Row, Store
from .values import default_value, is_whole_number, put, wire_value

if TYPE_CHECKING:
    from datetime import datetime

    from ..plan.operation import Operation


@attrs.frozen
class Collection:
    """The collection that a path leads to. path: the path values above the key."""

    node: Node
    collection_id: CollectionId
    path: tuple[str, ...]

    def record(self, row: Row) -> Record:
        """The record of a row."""
        keys = [unquote(each) for each in row.key.split("/")] if self.node.plan.keys else []
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


@attrs.frozen
class Records:
    """The records of a sandbox for one request.

    origin: that of the request's URL. moment: the time of the request.
    """

    store: Store
    rules: Rules
    credentials: Credentials
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

    # -- changing -------------------------------------------------------------------------

    def create(self, collection: Collection, given: Mapping[str, Any]) -> Record:
        """Create a record from arguments. Raises a 409 if a value that must be unique is taken.

        A resource without a key has a single record: creating it again changes it.
        """
        node, collection_id = collection.node, collection.collection_id
        keys = self._new_keys(node, given)
        row = self.store.find(collection_id, encode_keys(keys))
        if row is not None and not keys:
            return self.change(collection.record(row), given)
        if row is not None:
            raise conflict(node, node.plan.keys[-1], keys[-1])
        path = (*collection.path, *keys)
        body = self._new_body(node, path, given)
        unique = self._unique_values(collection_id, node, body, None)
        return Record(
            collection, self.store.add(collection_id, encode_keys(keys), body, unique), path
        )

    def change(self, record: Record, given: Mapping[str, Any]) -> Record:
        """Change the fields of a record that arguments name."""
        node, fields = record.node, record.node.plan.fields
        body, computed = record.row.body, self._compute(node, record.path)
        for name, value in {**self.rules.set_on_update(self.now), **given}.items():
            if name in fields:
                is_own = name in computed and value == computed[name]
                put(body, fields[name], None if is_own else self.to_wire(node, name, value))
        for name, value in zip(node.item.names, record.path, strict=True):
            if name in fields and fields[name].spec.inside is not None:  # a new object lacks it
                put(body, fields[name], self.to_wire(node, name, value))
        collection_id = record.collection.collection_id
        unique = self._unique_values(collection_id, node, body, record.row)
        return attrs.evolve(record, row=self.store.change(collection_id, record.row, body, unique))

    def remove(self, record: Record) -> None:
        """Delete a record and everything below it."""
        self.store.remove(record.row)

    def _new_keys(self, node: Node, given: Mapping[str, Any]) -> tuple[str, ...]:
        found = ((name, self._given_key(node, name, given)) for name in node.plan.keys)
        return tuple(self._new_key(node, name) if key is None else str(key) for name, key in found)

    def _given_key(self, node: Node, name: str, given: Mapping[str, Any]) -> Any:
        """The key in the arguments of a request; None if they do not have it."""
        field = node.plan.fields.get(name)
        if field is None or field.spec.inside is None or name in given:
            return given.get(name)
        fields = node.plan.fields
        body = {
            fields[each].wire_name: self.to_wire(node, each, value)
            for each, value in given.items()
            if each in fields
        }
        return value_at(body, field.wire_name, None)

    def _new_key(self, node: Node, name: str) -> str:
        field = node.plan.fields.get(name)
        if field is not None and is_whole_number(field.kind):
            return str(self.store.next_position())
        prefix = field.spec.prefix if field is not None else None
        return self.rules.create_key(prefix or "")

    def _new_body(
        self, node: Node, path: tuple[str, ...], given: Mapping[str, Any]
    ) -> dict[str, Any]:
        """The fields of a new record: from its path, its arguments, the rules, or the defaults.

        None stands for a field that the rules compute for each response.
        """
        computed = self._compute(node, path)
        in_path = dict(zip(node.item.names, path, strict=True))
        sources = (in_path, given, self.rules.set_on_create(self.now))
        body: dict[str, Any] = {}
        fields = node.plan.fields
        for name in sorted(fields, key=lambda each: fields[each].spec.inside is not None):
            field = fields[name]
            value = next((each[name] for each in sources if name in each), field.spec.initial)
            if name in computed and value in (UNSET, computed[name]):
                value = None
            elif value is UNSET:
                value = default_value(
                    field.kind, self.now, self.rules.format_datetime, node.plan.options.field_names
                )
            else:
                value = self.to_wire(node, name, value)
            put(body, field, value)
        return body

    def check_arguments(
        self, node: Node, operation: Operation, arguments: Mapping[str, Any]
    ) -> None:
        """Raise a 400 for an argument of a request that a record cannot have."""
        for name, value in arguments.items():
            try:
                if name in node.plan.keys and value is not None:
                    segment_text(value)
                if name in node.plan.fields:
                    self.to_wire(node, name, facts_of(value))
            except (ValueError, OverflowError) as error:
                wire_name = operation.arguments[name].wire_name
                raise bad_request(invalid_value(wire_name, value, str(error))) from None

    def to_wire(self, node: Node, name: str, value: Any) -> Any:
        """A value as a field stores it.

        Raises TypeError if JSON cannot hold it, ValueError or OverflowError if the field cannot.
        """
        kind = node.plan.fields[name].kind
        if is_whole_number(kind) and isinstance(value, str):
            return _whole_number(node.plan.fields[name].wire_name, value)
        try:
            naming = node.plan.options.field_names
            return wire_value(value, kind, self.rules.format_datetime, naming)
        except TypeError:
            # A type of the user's own: the serializer of its parameter can write it.
            for operation in node.plan.operations.values():
                if name in operation.arguments:
                    return operation.arguments[name].serializer.dump(value)
            raise

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
            if name in fields and body.get(fields[name].wire_name) is None:
                body[fields[name].wire_name] = value
        return body

    def _compute(self, node: Node, path: tuple[str, ...]) -> Mapping[str, Any]:
        return self.rules.compute_fields(RecordContext(node, path, self.origin, self.credentials))


def _whole_number(name: str, text: str) -> int:
    """A numeric key, from the text that a path has of it. Raises a 400 if it is not a number."""
    if not re.fullmatch("-?[0-9]{1,18}", text, re.ASCII):
        raise bad_request(invalid_value(name, text, "expected a whole number"))
    return int(text)


def encode_keys(keys: tuple[str, ...]) -> str:
    """The key under which a record is stored; empty for a resource without a key."""
    return "/".join(quote(each, safe="") for each in keys)


def collection_kind(node: Node, keys: tuple[str, ...]) -> str:
    """The kind under which the records of a collection are stored, with its keys."""
    return f"{node.storage_name} {encode_keys(keys)}" if keys else node.storage_name


def unique_fields(node: Node) -> list[str]:
    """The wire names of the fields whose values are unique."""
    return [each.wire_name for each in node.plan.fields.values() if each.spec.unique]


def conflict(node: Node, name: str, value: str) -> Refusal:
    """A 409, for a value that must be unique and is taken."""
    return Refusal(409, f"{node.resource.__name__} with {name} {value!r} already exists.")
