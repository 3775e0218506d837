"""Handlers: what each operation does. A user's own function may stand in for any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import urlsplit

import attrs

from ..api.resource import Resource
from ..errors import configuration_error
from ..messages import Request, Response
from .decode import Given, parts_of, read_arguments
from .paging import Listing, cut_page, take_ask
from .records import Collection, Record, Records
from .refusal import bad_request, invalid_value
from .routes import Match, Node
from .rules import json_response
from .values import now, usual_value

if TYPE_CHECKING:
    from ..plan.operation import Operation

Answer: TypeAlias = Response | Mapping[str, Any] | None
"""What a handler returns: a whole answer, a record by wire names, or None for nothing."""


@attrs.frozen
class Call:
    """One request of an operation, decoded.

    resource: what it is about. operation: the name of its verb. path: the path values by name.
    arguments: by Python name, as Python values. request: as it came.
    """

    request: Request
    path: Mapping[str, str]
    arguments: Mapping[str, Any]
    _node: Node
    _operation: Operation
    _records: Records
    _paging: Any = None

    @property
    def resource(self) -> type[Resource]:
        """The resource that is asked for."""
        return self._node.resource

    @property
    def operation(self) -> str:
        """The name of the verb: "create"."""
        return self._operation.name

    @property
    def record(self) -> dict[str, Any]:
        """The fields of the record that the path leads to, by wire name; a 404 without one."""
        return self._records.show(self._found())

    def answer(self) -> Answer:
        """What the sandbox itself would answer; what it would do is done."""
        return handler_of(self._operation)(self)

    def _values(self) -> tuple[str, ...]:
        return tuple(self.path.values())

    def _found(self) -> Record:
        return self._records.find(self._node, self._values())

    def _collection(self) -> Collection:
        return self._records.collection(self._node, self._values())


Handler: TypeAlias = Callable[[Call], Answer]


def read_call(match: Match, request: Request, records: Records) -> Call:
    """The call that a request is; a 400 where it cannot be read."""
    node, operation = match.route.node, match.route.operation
    parts = parts_of(request, operation)
    ask = None
    if operation.page_type is not None and operation.result == "page":
        query = dict(parts["query"])
        ask = take_ask(operation.page_type, query)
        parts["query"] = query
    arguments = read_arguments(node.plan, operation, parts)
    path = dict(zip(operation.template.names, match.values, strict=True))
    return Call(request, path, arguments, node, operation, records, ask)


def create(call: Call) -> Answer:
    """A new record; what it brings for the collections below it becomes records there.

    Its key is the server's to give, unless an item is created by its own path.
    """
    records = call._records
    keys = {name: call.path[name] for name in call.resource._plan.keys if name in call.path}
    record = records.create(call._collection(), {**call.arguments, **keys})
    for name, child in call._node.children.items():
        given = call.arguments.get(name)
        if isinstance(given, list):
            for each in cast("list[Any]", given):
                records.create(record.below(child), _child_arguments(child, name, each))
    return records.show(record)


def _child_arguments(child: Node, name: str, given: Any) -> dict[str, Any]:
    """The arguments of a record that came inside another's, by the wire names of its own."""
    creation = child.plan.operations.get("create")
    if creation is None or not isinstance(given, dict):
        raise bad_request(invalid_value(name, given, "expected an object"))
    values = cast("dict[str, Any]", given)
    given_there: Given = {each.location: values for each in creation.arguments.values()}
    return read_arguments(child.plan, creation, given_there)


def fetch(call: Call) -> Answer:
    """The record."""
    return call.record


def update(call: Call) -> Answer:
    """The record, its fields of the arguments' names changed."""
    return call._records.show(call._records.change(call._found(), call.arguments))


def delete(call: Call) -> Answer:
    """Nothing; the record is gone, and all that was below it."""
    call._records.remove(call._found())
    return None


def list_page(call: Call) -> Answer:
    """One page of the records that have the values which the arguments name."""
    page_type, fields = call._operation.page_type, call._node.plan.fields
    assert page_type is not None, "a list has a page type: the declaration was checked"
    filters = {
        fields[name].wire_name: call._records.written(call._node, name, value)
        for name, value in call.arguments.items()
        if name in fields
    }
    listing = Listing(call._records, call._collection(), filters)
    content = cut_page(listing, page_type, call._paging, call.request.url)
    page = page_type.write(content, call._node.name, call.request.url)
    return page if isinstance(page, Response) else json_response(200, page)


def act(call: Call) -> Answer:
    """An action that nothing is known of: the record, or something of the type it returns."""
    operation = call._operation
    if operation.scope == "item":
        record = call.record
        if operation.result == "record" and operation.returns is None:
            return record
    if operation.result == "nothing":
        return None
    return json_response(200, _usual_result(call))


def _usual_result(call: Call) -> Any:
    returns = call._operation.returns or call.resource
    moment = call._records.rules.moment
    if isinstance(returns, type) and issubclass(returns, Resource):
        fields = returns._plan.fields.values()
        return {each.wire_name: usual_value(each.kind, now(), moment) for each in fields}
    return usual_value(returns, now(), moment)


HANDLERS: Mapping[str, Handler] = {
    "create": create,
    "fetch": fetch,
    "update": update,
    "delete": delete,
    "list": list_page,
}


def handler_of(operation: Operation) -> Handler:
    """What the sandbox does about an operation."""
    return HANDLERS.get(operation.name, act)


def as_response(answer: Answer, operation: Operation) -> Response:
    """The answer of a handler as a whole one."""
    if isinstance(answer, Response):
        return answer
    if answer is None:
        return Response(204)
    try:
        return json_response(201 if operation.name == "create" else 200, answer)
    except (TypeError, ValueError) as error:
        found = f"{operation.label} was answered with what JSON cannot hold: {error}."
        raise configuration_error(found, "Return texts and numbers.") from error


def origin_of(request: Request) -> str:
    """What a request was sent to: scheme, host and port."""
    parts = urlsplit(request.url)
    return f"{parts.scheme}://{parts.netloc}"
