"""StoredRecord: a record in the hands of the functions that say what a server does with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from ..declare.place import known_names
from ..describe.nodes import Node
from ..errors import configuration_error
from .records import Collection, Record, Records, encode_keys
from .refusal import Refusal
from .rows import ROOT, Due

if TYPE_CHECKING:
    from ..api.resource import Resource
    from .rules import Rules

_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00Z")
_MICROSECOND = timedelta(microseconds=1)


class StoredRecord:
    """A record: to look at, to change, and to create others beside it and below it.

    arguments: what it was created with, by Python name; empty where it is not being created.
    """

    def __init__(
        self, records: Records, record: Record, arguments: Mapping[str, Any] | None = None
    ) -> None:
        self._records = records
        self._record = record
        self.arguments: Mapping[str, Any] = arguments or {}

    @property
    def fields(self) -> dict[str, Any]:
        """Its fields by wire name, as a response has them; a new dict each time."""
        return self._records.show(self._record)

    @property
    def path(self) -> dict[str, str]:
        """Its path values by name."""
        return dict(zip(self._record.node.item.names, self._record.path, strict=True))

    @property
    def notes(self) -> dict[str, Any]:
        """What was kept with it and no response has; a new dict each time."""
        return self._record.row.notes

    @property
    def now(self) -> datetime:
        """The time in the sandbox, in whole seconds."""
        return self._records.now

    @property
    def rules(self) -> Rules:
        """The rules of the sandbox."""
        return self._records.rules

    def save(self, **values: Any) -> dict[str, Any]:
        """Change fields, and return all of them by wire name. values: by Python name.

        Raises ConfigurationError for an unknown field, and a 409 for a value that must be unique
        and is taken.
        """
        check_names(self._record.node, values)
        self._record = self._records.change(self._record, values)
        return self.fields

    def save_later(self, seconds: float, **values: Any) -> None:
        """Change fields after a time, unless one of them is changed before. values: by Python name.

        Values must be such as JSON has. Raises ConfigurationError for an unknown field.
        """
        check_names(self._record.node, values)
        at = microseconds_of(self._records.moment + timedelta(seconds=seconds))
        for name, value in values.items():
            self._records.store.schedule(Due(self._record.row.position, name, value, at))

    def note(self, **notes: Any) -> None:
        """Keep values with it that no response has. They must be such as JSON has."""
        row = self._records.store.write_notes(self._record.row, {**self.notes, **notes})
        self._record = self._record.collection.record(row)

    def create(self, resource: type[Resource], **values: Any) -> StoredRecord:
        """Create a record of another resource.

        values: fields and path values by Python name. Path values can be left out if they are those
        of this record, and if the resource is directly below it. Raises ConfigurationError for an
        unknown field, and where a path value is missing.
        """
        collection = self.collection_of(resource, values)
        check_names(collection.node, values)
        return StoredRecord(self._records, self._records.create(collection, values))

    def find_all(self, resource: type[Resource], **path: Any) -> list[StoredRecord]:
        """The records of a collection, in the order of creation; path: as for `create`."""
        return stored_records(self._records, self.collection_of(resource, path))

    def find(self, resource: type[Resource], key: str) -> StoredRecord | None:
        """The record of a resource with a key; None if there is none. Its path: as for `create`."""
        collection = self.collection_of(resource, {})
        row = self._records.store.find(collection.collection_id, encode_keys((key,)))
        return None if row is None else StoredRecord(self._records, collection.record(row))

    def delete(self) -> None:
        """Delete it, and everything below it."""
        self._records.remove(self._record)

    def collection_of(self, resource: type[Resource], values: Mapping[str, Any]) -> Collection:
        """The collection of a resource below this record, or at path values.

        Raises ConfigurationError if there is none.
        """
        nodes = nodes_of(self._records, resource)
        for node in nodes:
            parent = node.parent
            is_below = parent is not None and parent.storage_name == self._record.node.storage_name
            if is_below and node.plan.path_length_above == len(self._record.path):
                return self._record.below(node)
        return find_collection(self._records, nodes, {**self.path, **values})


def find_collection(records: Records, nodes: Sequence[Node], path: Mapping[str, Any]) -> Collection:
    """The collection at path values, at the first of the nodes where its parent exists.

    Raises ConfigurationError where a path value is missing, and a 404 where no parent exists.
    """
    path = {**records.rules.path_values(records.credentials), **path}
    refusal: Refusal | None = None
    for node in nodes:
        above = node.item.names[: node.plan.path_length_above]
        if all(name in path for name in above):
            try:
                return records.collection(node, tuple(str(path[name]) for name in above))
            except Refusal as error:
                refusal = refusal or error
    if refusal is not None:
        raise refusal
    names = nodes[0].item.names[: nodes[0].plan.path_length_above]
    missing = next(name for name in names if name not in path)
    raise configuration_error(f"the path value {missing!r} is missing.", f"Give {missing}=….")


def nodes_of(records: Records, resource: type[Resource]) -> list[Node]:
    """The nodes of a resource. Raises ConfigurationError if it is not served."""
    nodes = records.places.of_resource(resource)
    if not nodes:
        raise configuration_error(
            f"{getattr(resource, '__name__', repr(resource))} is not served here.",
            "Give a resource that is mounted in what the sandbox serves.",
        )
    return nodes


def stored_records(records: Records, collection: Collection) -> list[StoredRecord]:
    """The records of a collection, in the order of creation."""
    rows = list(records.store.rows(collection.collection_id, ROOT))
    return [StoredRecord(records, collection.record(row)) for row in rows]


def check_names(node: Node, values: Iterable[str]) -> None:
    """Raise ConfigurationError for a name that is neither a field nor a path value of a node."""
    known = {*node.item.names, *node.plan.fields}
    for name in values:
        if name not in known:
            found = f"{node.resource.__name__} has no field {name!r}."
            raise configuration_error(found, known_names(name, known, "Fields"))


def microseconds_of(moment: datetime) -> int:
    """A moment as microseconds since 1970, which are exact."""
    return (moment - _EPOCH) // _MICROSECOND


def moment_of(microseconds: int) -> datetime:
    """The moment of microseconds since 1970."""
    return _EPOCH + microseconds * _MICROSECOND
