"""SandboxCall: one request of an operation, in the hands of the function that handles it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from ..api.resource import Resource
from ..describe.nodes import Node
from ..messages import Request, Response
from .filters import FilterTest, Selection, is_descending, selection_of
from .listings import GivenListing, Listing, ReversedListing, StoredListing
from .paging import PageRequest, write_page
from .records import Collection, Record, Records
from .refusal import Refusal
from .rules import Rules
from .stored_record import StoredRecord, check_names, find_collection, nodes_of, stored_records

if TYPE_CHECKING:
    from datetime import datetime

    from ..plan.operation import Operation

HandlerResult: TypeAlias = Response | Mapping[str, Any] | bytes | None
"""What a handler returns: a whole response, a record by wire names, bytes for a response body that
is not JSON, such as that of a download, or None for no content."""


@attrs.frozen
class SandboxCall:
    """One request of an operation, decoded.

    resource: the class. operation: the name of the verb. path: the path values by name.
    arguments: by Python name, as Python values. request: as it was received.
    """

    request: Request
    path: Mapping[str, str]
    arguments: Mapping[str, Any]
    _node: Node
    _operation: Operation
    _records: Records
    _find_filter: Callable[[str], FilterTest | None]
    # The functions in place of the operation, the one to run first, and the sandbox's own handler.
    _handlers: tuple[Handler, ...]
    _paging: PageRequest | None = None
    _created: list[Record] = attrs.field(factory=list[Record])

    @property
    def resource(self) -> type[Resource]:
        """The class of the resource."""
        return self._node.resource

    @property
    def operation(self) -> str:
        """The name of the verb, such as "create"."""
        return self._operation.name

    @property
    def record(self) -> dict[str, Any]:
        """The fields of the record that the path leads to, by wire name.

        Raises a 404 if there is no such record.
        """
        return self._records.show(self._find_record())

    def create(self, **values: Any) -> dict[str, Any]:
        """Create a record in the collection of the path, and return it by wire name.

        values: fields by Python name; the other fields get their defaults. Raises a 409 for a
        value that must be unique and is taken, and ConfigurationError for an unknown field.
        """
        check_names(self._node, values)
        return self._records.show(self._new_record(values))

    def save(self, **values: Any) -> dict[str, Any]:
        """Change fields of the record that the path leads to, and return it by wire name.

        values: fields by Python name. Raises as `create` does, and a 404 if there is no record.
        """
        check_names(self._node, values)
        return self._records.show(self._records.change(self._find_record(), values))

    @property
    def now(self) -> datetime:
        """The time in the sandbox, in whole seconds."""
        return self._records.now

    @property
    def rules(self) -> Rules:
        """The rules of the sandbox."""
        return self._records.rules

    @property
    def stored_record(self) -> StoredRecord:
        """The record that the path leads to, with what functions can do with it.

        Raises a 404 if there is no such record.
        """
        return StoredRecord(self._records, self._find_record())

    def find_all(self, resource: type[Resource], **path: Any) -> list[StoredRecord]:
        """The records of a collection, in the order of creation.

        path: path values by name; those of the request can be left out. Raises
        ConfigurationError where one is missing.
        """
        nodes = nodes_of(self._records, resource)
        collection = find_collection(self._records, nodes, {**self.path, **path})
        return stored_records(self._records, collection)

    def page(self, records: Iterable[Mapping[str, Any]]) -> Response:
        """One page of records that are not stored, as the list of the request returns it.

        records: by wire names; those that the parameters of the list do not select are left out.
        """
        return self.write_page(GivenListing(tuple(records), self.selection()))

    def write_page(self, listing: Listing) -> Response:
        """The page of a listing that the request asks for, in the order that it asks for."""
        if is_descending(self._operation, self.arguments):
            listing = ReversedListing(listing)
        return write_page(self._operation, self._node.name, self._paging, listing)

    def selection(self) -> list[Selection]:
        """What the arguments of a list select. Raises a 400 where that is not known."""
        rules, operation = self._records.rules, self._operation
        return selection_of(self._node, operation, self.arguments, rules, self._find_filter)

    def listing(self) -> StoredListing:
        """The records of the collection that the arguments select."""
        return StoredListing(self._records, self._collection(), self.selection())

    def etag(self) -> str | None:
        """The ETag of the record that the path leads to or that was created; None without one."""
        if self._operation.scope == "collection":
            created = self._last_created()
            return None if created is None else self._records.etag(created)
        try:
            return self._records.etag(self._find_record())
        except Refusal:
            return None

    def run_default(self, **arguments: Any) -> HandlerResult:
        """Run what the function replaces, and return its result.

        arguments: by Python name, in place of those of the request or besides them.
        """
        if arguments:
            return attrs.evolve(self, arguments={**self.arguments, **arguments}).run_default()
        own, *others = self._handlers
        if not others:
            return own(self)
        inner = attrs.evolve(self, handlers=tuple(others))
        result = own(inner)
        return inner.keep(result) if isinstance(result, Mapping) else result

    def keep(self, returned: Mapping[str, Any]) -> Mapping[str, Any]:
        """Store the record that an override returned, and return it with all its fields.

        returned: by wire names. What a GET, a DELETE, or an operation with another result than the
        record returns is not stored.
        """
        operation, plan = self._operation, self._node.plan
        is_record = operation.result == "record" and operation.returns in (None, self.resource)
        if not is_record or operation.method in ("GET", "DELETE"):
            return returned
        names = {each.wire_name: name for name, each in plan.fields.items()}
        values = {names[key]: value for key, value in returned.items() if key in names}
        if operation.scope == "item":
            record = self._find_record()
        elif operation.name != "create":
            return returned
        else:
            record = self._last_created() or self._new_record(values)
        shown = self._records.show(record)
        changes = {
            name: each
            for name, each in values.items()
            if name not in plan.path_names and shown.get(plan.fields[name].wire_name) != each
        }
        if changes:
            shown = self._records.show(self._records.change(record, changes))
        return {**shown, **returned}

    def _new_record(self, values: Mapping[str, Any]) -> Record:
        record = self._records.create(self._collection(), values)
        self._created.append(record)
        return record

    def _last_created(self) -> Record | None:
        """The record that the call created last, as it is by then; None if it created none."""
        return self._records.at(self._created[-1].row.position) if self._created else None

    def _path_values(self) -> tuple[str, ...]:
        """The values that lead to the record or the collection, without those of parameters."""
        return tuple(self.path[name] for name in self._node.item.names if name in self.path)

    def _find_record(self) -> Record:
        return self._records.find(self._node, self._path_values())

    def _collection(self) -> Collection:
        return self._records.collection(self._node, self._path_values())


Handler: TypeAlias = Callable[[SandboxCall], HandlerResult]
