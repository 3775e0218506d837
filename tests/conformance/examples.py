"""Twilio's own examples of requests, sent by twilio-python to a sandbox and compared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from attrs import frozen

from restmap.declare.scalar_readers import read_datetime
from restmap.describe.routes import Route
from tests.arguments import value_of
from tests.routes import reach
from tests.sandbox.catalogue import ROUTES, Tried, kinds_of, way_to

from . import twilio_python
from .calls import Call
from .openapi import Document, Operation, operations

COMPUTED = ("url", "uri", "links", "subresource_uris")
"""The fields that have the address of the sandbox."""


@frozen
class Example:
    """A request of a document: an operation, and the body that it is sent with."""

    operation: Operation
    name: str
    body: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.operation.id}:{self.name}"


def examples_of(documents: Iterable[Document]) -> Iterator[Example]:
    """All examples of request bodies, in the order of the documents."""
    for document in documents:
        for operation in operations(document):
            for name, body in operation.sent_examples.items():
                yield Example(operation, name, body)


@frozen
class Sender:
    """What sends examples: twilio-python, and restmap to make what an example is about."""

    tried: Tried
    theirs: Any

    def send(self, call: Call, body: Mapping[str, Any]) -> dict[str, list[str]]:
        """Send the body of an example, then fetch and list what it made or changed.

        Returns what is not as the example says, by the name of each operation that was called.
        """
        arguments, path = arguments_of(call, body), self.path_of(call.route)
        sent = twilio_python.make(self.theirs, call, arguments, path)
        shown = twilio_python.fields_of(sent)
        found = {call.operation.id: differences(arguments, shown)}
        if call.route.operation.scope == "collection":
            path = (*path, *(getattr(sent, key) for key in call.route.node.plan.keys))
        return found | {
            str(route.call): self.differences_read(route, path, shown) for route in reads_of(call)
        }

    def read(self, call: Call, record: Mapping[str, Any]) -> list[str]:
        """Store the record of an example and fetch it; what is not as the example says."""
        node = call.route.node
        above = self.tried.path_above(node)
        names = {each.wire_name: name for name, each in node.plan.fields.items()}
        values = {names[name]: value for name, value in record.items() if name in names}
        path = {key: values.get(key) or "text" for key in node.plan.keys}
        path |= dict(zip(node.plan.path_names, above, strict=False))
        self.tried.sandbox.add(node.resource, **(values | path))
        keys = [path[name] for name in node.plan.path_names][: len(call.route.keys)]
        shown = twilio_python.fields_of(reach(call.route, self.theirs, keys).fetch())
        given = {name: each for name, each in record.items() if name not in (*path, *COMPUTED)}
        return differences(given, shown)

    def path_of(self, route: Route) -> tuple[Any, ...]:
        """The path values of an operation; what they lead to is made first."""
        node, operation = route.node, route.operation
        above = self.tried.path_above(node)
        if operation.scope == "collection":
            return above
        if operation.name == "create":
            return (*above, *map(value_of, kinds_of(node.resource, node.plan.keys)))
        return self.tried.made(ROUTES[way_to(node)], node.resource, above)[0]

    def differences_read(
        self, route: Route, path: tuple[Any, ...], expected: Mapping[str, Any]
    ) -> list[str]:
        """What a fetch or a list shows differently from the response to the example."""
        target = reach(route, self.theirs, path[: len(route.keys)])
        shown = target.list() if route.operation.name == "list" else [target.fetch()]
        each_found = [unequal(expected, twilio_python.fields_of(each)) for each in shown]
        return min(each_found, key=len, default=["it is not listed"])


def reads_of(call: Call) -> list[Route]:
    """The fetch and the list of what a call makes or changes, where they need no arguments."""
    routes = ROUTES[way_to(call.route.node)]
    found = [routes[verb] for verb in ("fetch", "list") if verb in routes]
    return [
        each
        for each in found
        if not any(parameter.required for parameter in each.operation.parameters.values())
    ]


def names_without_parameter(call: Call, body: Mapping[str, Any]) -> list[str]:
    """What an example has and the operation of its own document does not take."""
    if call.whole_body is not None:
        return []
    names = {each.name for each in call.names().values()}
    return [name for name in body if name not in names]


def arguments_of(call: Call, body: Mapping[str, Any]) -> dict[str, Any]:
    """The body of an example as arguments, by the names that both libraries have for them."""
    if call.whole_body is not None:
        return {call.whole_body: body}
    names = {each.name: name for name, each in call.names().items()}
    return {names[name]: value for name, value in body.items() if name in names}


def differences(sent: Mapping[str, Any], fields: Mapping[str, Any]) -> list[str]:
    """Which fields of a response are not what was sent under their names."""
    return [
        f"{name}: sent {value!r}, read {fields[name]!r}"
        for name, value in sent.items()
        if name in fields and not is_same(value, fields[name])
    ]


def unequal(expected: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    """The fields that differ."""
    return [
        f"{name}: {value!r}, then {found.get(name)!r}"
        for name, value in expected.items()
        if found.get(name) != value
    ]


def is_same(sent: Any, read: Any) -> bool:
    """Whether what twilio-python reads is what was sent, as text, JSON, a number or a date."""
    if sent is None or read is None:
        return sent is read
    if isinstance(read, datetime):
        return isinstance(sent, str) and read_datetime(sent) == read
    if isinstance(read, date):
        return str(sent) == read.isoformat()
    if isinstance(read, bool):
        return str(sent).lower() == str(read).lower()
    if isinstance(read, int | float | Decimal) and not isinstance(sent, bool):
        return float(sent) == float(read)
    if isinstance(sent, str) and not isinstance(read, str):
        return bool(_from_json(sent) == read or sent.split(",") == read)
    if isinstance(read, str) and not isinstance(sent, str):
        return bool(read == str(sent) or _from_json(read) == sent)
    return bool(sent == read)


def _from_json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
