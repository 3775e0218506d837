"""Handlers: what each operation does. A user's own function can replace any of them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import attrs

from ..api.resource import Resource
from ..declare.json_paths import with_value_at
from ..declare.place import known_names
from ..describe.nodes import Node
from ..errors import configuration_error
from ..messages import Request, Response
from ..plan.operation import VERBS
from .decode import WireParameters, read_arguments, split_request
from .downloads import bytes_response
from .files import facts_of
from .paging import Listing, PageRequest, read_page, take_page_request
from .records import Collection, Record, Records
from .refusal import bad_request, invalid_value
from .routes import Match
from .rules import json_response
from .store import ROOT
from .values import default_record, default_value

if TYPE_CHECKING:
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
    _paging: PageRequest | None = None
    _created: list[Record] = attrs.field(factory=list[Record], init=False)

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

    def run_default(self) -> HandlerResult:
        """Run the sandbox's own handler of the operation, and return its result."""
        return find_handler(self._operation)(self)

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
            record = self._created[-1] if self._created else self._new_record(values)
        changes = {name: each for name, each in values.items() if name not in plan.path_names}
        return {**self._records.show(self._records.change(record, changes)), **returned}

    def _new_record(self, values: Mapping[str, Any]) -> Record:
        record = self._records.create(self._collection(), values)
        self._created.append(record)
        return record

    def _path_values(self) -> tuple[str, ...]:
        """The values that lead to the record or the collection, without those of parameters."""
        return tuple(self.path[name] for name in self._node.item.names if name in self.path)

    def _find_record(self) -> Record:
        return self._records.find(self._node, self._path_values())

    def _collection(self) -> Collection:
        return self._records.collection(self._node, self._path_values())


Handler: TypeAlias = Callable[[SandboxCall], HandlerResult]


def check_names(node: Node, values: Iterable[str]) -> None:
    """Raise ConfigurationError for a name that is neither a field nor a path value of a node."""
    known = {*node.item.names, *node.plan.fields}
    for name in values:
        if name not in known:
            found = f"{node.resource.__name__} has no field {name!r}."
            raise configuration_error(found, known_names(name, known, "Fields"))


def read_call(match: Match, request: Request, records: Records) -> SandboxCall:
    """Decode a request. Raises Refusal, a 400 or a 415, if it cannot be decoded."""
    node, operation = match.route.node, match.route.operation
    parts = split_request(request, operation)
    paging = None
    if operation.page_type is not None and operation.result == "page":
        location = operation.paging_location
        values = copy.deepcopy(dict(parts.get(location, {})))
        paging = take_page_request(operation.page_type, request.url, values, location)
        parts[location] = values
    path = dict(zip(operation.template.names, match.values, strict=True))
    parts["path"] = {name: path[name] for name in path if name not in operation.target_names}
    arguments = read_arguments(node.plan, operation, parts)
    records.check_arguments(node, operation, arguments)
    return SandboxCall(request, path, arguments, node, operation, records, paging)


def _values(call: SandboxCall) -> dict[str, Any]:
    """The arguments as a record keeps them: of a file, its name, size and media type."""
    return {name: facts_of(value) for name, value in call.arguments.items()}


def create(call: SandboxCall) -> HandlerResult:
    """Create a record; lists of objects become records of the collections of their names.

    The server chooses the key, unless the path of the request has it.
    """
    records = call._records
    keys = {name: call.path[name] for name in call.resource._plan.keys if name in call.path}
    record = call._new_record({**_values(call), **keys})
    for name, child in call._node.children.items():
        given = call.arguments.get(name)
        if isinstance(given, list):
            for each in cast("list[Any]", given):
                records.create(record.below(child), _child_arguments(records, child, name, each))
    return _result_of(call, records.show(record))


def _child_arguments(records: Records, child: Node, name: str, given: Any) -> dict[str, Any]:
    """The arguments of a record that was given inside another one."""
    creation = child.plan.operations.get("create")
    if creation is None or not isinstance(given, dict):
        raise bad_request(invalid_value(name, given, "expected an object"))
    values = cast("dict[str, Any]", given)
    parameters: WireParameters = {each.location: values for each in creation.arguments.values()}
    arguments = read_arguments(child.plan, creation, parameters)
    records.check_arguments(child, creation, arguments)
    return arguments


def fetch(call: SandboxCall) -> HandlerResult:
    """Return the record."""
    return _result_of(call, call.record)


def update(call: SandboxCall) -> HandlerResult:
    """Change the fields that the arguments name, and return the record."""
    changed = call._records.change(call._find_record(), _values(call))
    return _result_of(call, call._records.show(changed))


def delete(call: SandboxCall) -> HandlerResult:
    """Delete the record and everything below it."""
    record = call._find_record()
    shown = call._records.show(record)
    call._records.remove(record)
    return _result_of(call, shown)


def _result_of(call: SandboxCall, shown: dict[str, Any]) -> HandlerResult:
    """The result of a verb: the record, nothing, or a default of the type that it returns."""
    operation = call._operation
    if operation.result == "nothing":
        return None
    if operation.result == "record" and operation.returns in (None, call.resource):
        return shown
    return _default_response(call)


def list_page(call: SandboxCall) -> HandlerResult:
    """Return one page of the records that match the arguments."""
    page_type = call._operation.page_type
    paging = call._paging
    assert page_type is not None, "a list has a page type: the declaration was checked"
    assert paging is not None, "and its parameters were read with the request"
    listing = Listing(call._records, call._collection(), _filters(call))
    content = read_page(listing, page_type, paging)
    page = page_type.write(content, call._node.name, paging.address)
    return page if isinstance(page, Response) else json_response(200, page)


def _filters(call: SandboxCall) -> dict[str, Any]:
    """The arguments that are fields of the records, by wire name."""
    fields = call._node.plan.fields
    return {
        fields[name].wire_name: call._records.to_wire(call._node, name, value)
        for name, value in call.arguments.items()
        if name in fields
    }


def delete_all(call: SandboxCall) -> None:
    """Delete the records of a collection that match the arguments."""
    listing = Listing(call._records, call._collection(), _filters(call))
    for row in list(listing.after(ROOT)):
        call._records.remove(listing.collection.record(row))


def run_action(call: SandboxCall) -> HandlerResult:
    """Perform an action that has no function: return the record, or a default of its type."""
    operation = call._operation
    if operation.scope == "item":
        record = call._find_record()
        if operation.result == "record" and operation.returns is None:
            is_update = operation.method in ("PUT", "PATCH")
            if is_update and operation.template is call._node.plan.item:
                record = call._records.change(record, _values(call))
            return call._records.show(record)
    elif operation.method == "DELETE" and operation.template is call._node.plan.collection:
        delete_all(call)
    if operation.result == "nothing":
        return None
    return _default_response(call)


def _default_response(call: SandboxCall) -> HandlerResult:
    """A default of the type that an operation returns."""
    operation = call._operation
    returns = operation.returns or call.resource
    if operation.result == "records":
        return json_response(200, _in_envelope(operation, []))
    if operation.result == "download" or returns in (str, bytes):
        return b""
    return json_response(200, _in_envelope(operation, _default_result(returns, call._records)))


def _in_envelope(operation: Operation, value: Any) -> Any:
    """A result at its path in a response body."""
    return value if operation.item is None else with_value_at({}, operation.item, value)


def _default_result(returns: Any, records: Records) -> Any:
    is_resource = isinstance(returns, type) and issubclass(returns, Resource)
    create = default_record if is_resource else default_value
    return create(returns, records.now, records.rules.format_datetime)


HANDLERS: Mapping[str, Handler] = {
    "create": create,
    "fetch": fetch,
    "update": update,
    "delete": delete,
    "list": list_page,
}


def find_handler(operation: Operation) -> Handler:
    """The handler of an operation; an action may have the name of a verb that it is not."""
    verb = _VERBS_BY_NAME.get(operation.name)
    of_collection = operation.scope == "collection"
    if verb is None or (of_collection and verb.scope == "item"):
        return run_action
    if verb.name == "list" and operation.result != "page":
        return run_action
    return HANDLERS[verb.name]


_VERBS_BY_NAME = {each.name: each for each in VERBS.values()}


def to_response(result: HandlerResult, request: Request, operation: Operation) -> Response:
    """What a handler returned as a response to the request.

    Raises ConfigurationError if JSON cannot hold it.
    """
    if isinstance(result, Response):
        return result
    if result is None:
        return Response(204)
    if isinstance(result, bytes):
        accepted = operation.headers["Accept"].partition(",")[0]
        kind = "application/octet-stream" if accepted == "*/*" else accepted
        return bytes_response(request, result, kind)
    try:
        body = _in_envelope(operation, result)
        return json_response(201 if operation.name == "create" else 200, body)
    except (TypeError, ValueError) as error:
        found = f"{operation.label} returned what JSON cannot hold: {error}."
        raise configuration_error(
            found, "Return text, numbers, booleans, None, and lists and dicts of them."
        ) from error
