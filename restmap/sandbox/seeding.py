"""Seeding: records are stored from the values of a seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

import attrs

from ..declare.place import known_names
from ..describe.nodes import Node
from ..errors import ConfigurationError, configuration_error
from .bodies import given_key, unique_fields
from .records import Collection, Record, Records, encode_keys
from .refusal import Refusal
from .seed_files import Seed
from .stored_record import find_collection


@attrs.frozen
class Planting:
    """Stores the records of a seed. place: where the seed is, for messages."""

    records: Records
    place: str

    def plant(self, seed: Seed) -> None:
        """Store all records of a seed.

        A record whose key or unique value is there is changed. Raises ConfigurationError for what
        cannot be stored.
        """
        for name, given in seed.items():
            node = self._node(name)
            for where, values in self._each(node, str(getattr(name, "__name__", name)), given):
                self._store(node, None, values, where)

    def _node(self, name: Any) -> Node:
        places = self.records.places
        found = places.named(name) if isinstance(name, str) else places.of_resource(name)
        ways = {each.storage_name: places.way(each) for each in found}
        if len(ways) == 1:
            return found[0]
        if found:
            raise configuration_error(
                f"{name!r} names several collections.",
                f"Write more of one of their names: {', '.join(sorted(ways.values()))}.",
                self.place,
            )
        known = {places.way(each) for each in places.nodes}
        raise configuration_error(
            f"no collection is named {name!r}.",
            known_names(str(name), known, "Collections"),
            self.place,
        )

    def _each(self, node: Node, name: str, given: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The records that are given for a collection, each with its place."""
        listed = cast("list[Any]", given) if isinstance(given, list) else [given]
        for number, each in enumerate(listed, 1):
            where = f"{name}, record {number}, in {self.place}"
            if not isinstance(each, Mapping):
                raise configuration_error(
                    f"a record of {node.resource.__name__} is {type(each).__name__}.",
                    "Write its fields as an object.",
                    where,
                )
            yield where, cast("Mapping[str, Any]", each)

    def _store(
        self, node: Node, parent: Record | None, given: Mapping[str, Any], where: str
    ) -> None:
        """Store a record, and those below it, which it has by the names of their collections."""
        below = {name: child for name, child in node.children.items() if name in given}
        own = {key: each for key, each in given.items() if key not in below}
        values = self._by_python_name(node, own, where)
        try:
            if parent is not None:
                above = node.item.names[: node.plan.path_length_above]
                keys = tuple(str(values[name]) for name in above[len(parent.path) :])
                collection = parent.below(node, keys)
            else:
                collection = find_collection(self.records, [node], values)
            record = self._create_or_change(collection, values)
        except KeyError as error:
            raise self._misfit(node, f"it has no {error.args[0]}.", where) from None
        except ConfigurationError as error:
            raise self._misfit(node, str(error).splitlines()[0], where) from None
        except (Refusal, TypeError, ValueError, OverflowError) as error:
            raise self._misfit(node, str(error.args[-1]), where) from None
        for name, child in below.items():
            for inner, each in self._each(child, name, given[name]):
                self._store(child, record, each, f"{inner}, below {where}")

    def _create_or_change(self, collection: Collection, values: Mapping[str, Any]) -> Record:
        node, store = collection.node, self.records.store
        keys = [given_key(node, self.records.rules, name, values) for name in node.plan.keys]
        row = None
        if None not in keys:
            row = store.find(collection.collection_id, encode_keys(tuple(map(str, keys))))
        names = {each.wire_name: name for name, each in node.plan.fields.items()}
        for field in unique_fields(node):
            value = values.get(names[field])
            if row is None and value:
                row = store.find_by_value(collection.collection_id, field, str(value))
        if row is None:
            return self.records.create(collection, values)
        return self.records.change(collection.record(row), values)

    def _by_python_name(self, node: Node, given: Mapping[str, Any], where: str) -> dict[str, Any]:
        """The values of a record, which may be by Python name or by wire name, by Python name."""
        fields = node.plan.fields
        by_wire_name = {each.wire_name: name for name, each in fields.items()}
        known = {*fields, *node.item.names}
        values: dict[str, Any] = {}
        for key, value in given.items():
            name = key if key in known else by_wire_name.get(key)
            if name is None:
                raise configuration_error(
                    f"{node.resource.__name__} has no field {key!r}.",
                    known_names(key, {*known, *node.children}, "Fields and collections"),
                    where,
                )
            values[name] = value
        return values

    def _misfit(self, node: Node, reason: str, where: str) -> ConfigurationError:
        return configuration_error(
            f"{node.resource.__name__} cannot be added: {reason}",
            "Give its parent first, and the fields values of their types.",
            where,
        )
