"""Every call that is described works: it is evaluated on a client, and what it sends is compared.

The values of the keys differ from each other, so that none can be in the place of another.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from restmap import ApiError, Client, Download, HandlerTransport, Response
from restmap.declare.uri import encode_segment
from restmap.describe.operations import OperationDescription, describe_operation
from restmap.describe.routes import Route, find_routes
from tests.arguments import value_of

# Each with the number of its operations.
PACKAGES = {
    "resources.twilio": 1687,
    "docs.examples.github_issues": 18,
    "docs.examples.private_api": 9,
    "tests.operations.test_actions_of_collections": 9,
    "tests.operations.test_files": 7,
    "tests.operations.test_own_paths": 7,
    "tests.sandbox.shop": 22,
    "tests.types.desk": 62,
}


@pytest.mark.parametrize(("package", "count"), PACKAGES.items())
def test_the_calls_of_a_package(package: str, count: int) -> None:
    routes = find_routes(package)
    transport = HandlerTransport(lambda request: Response(404))
    clients: dict[str | None, Client] = {}

    for route in routes:
        described = describe_operation(route)
        client = clients.setdefault(described.client, make_client(described, transport))
        keys = keys_of(described)
        call = evaluate(described, {**keys, "client": client})
        arguments = arguments_of(route)
        with suppress(ApiError):
            result = call(**arguments)
            if isinstance(result, Download):  # which sends when it begins
                result.__enter__()
        request = transport.requests[-1]

        assert len(transport.requests) == 1, described.call
        transport.requests.clear()
        assert request.method == described.method, described.call
        values = {**arguments, **keys}  # a parameter of the body may have the name of a key
        assert request.url.partition("?")[0] == filled(described.url, in_path(described, values))
    assert len(routes) == count


def make_client(described: OperationDescription, transport: HandlerTransport) -> Client:
    """A client of the class that is described, with text for each argument that it requires."""
    module, _, name = str(described.client).partition(":")
    cls: Any = getattr(importlib.import_module(module), name)
    required = [
        each
        for each in list(inspect.signature(cls.__init__).parameters.values())[1:]
        if each.default is inspect.Parameter.empty and each.kind is each.POSITIONAL_OR_KEYWORD
    ]
    given = ["AC1", "token"] if name == "Client" else ["token" for _ in required]
    client: Client = cls(*given, transport=transport, retries=1)
    return client


def keys_of(described: OperationDescription) -> dict[str, Any]:
    """A value for each key in the expression of a call."""
    names = {each.id for each in ast.walk(ast.parse(described.call)) if isinstance(each, ast.Name)}
    in_path = [each for each in described.parameters if each.location == "path"]
    parameters = [each for each in in_path if each.name in names]
    assert names - {"client"} == {each.name for each in parameters}, described.call
    return {each.name: key(each.type, index) for index, each in enumerate(parameters, 1)}


def key(kind: str, index: int) -> Any:
    if kind == "int":
        return index
    return date(2030, 1, index) if kind == "date" else f"key {index}"


def evaluate(described: OperationDescription, names: dict[str, Any]) -> Callable[..., Any]:
    call: Callable[..., Any] = eval(described.call, names)  # noqa: S307
    return call


def arguments_of(route: Route) -> dict[str, Any]:
    """A value for each parameter that is required."""
    required = {name: each for name, each in route.operation.parameters.items() if each.required}
    return {name: value_of(each.kind) for name, each in required.items()}


def in_path(described: OperationDescription, values: dict[str, Any]) -> dict[str, Any]:
    """The values that are in the path, by the names of its placeholders."""
    return {
        each.wire_name: values[each.name]
        for each in described.parameters
        if each.location == "path" and each.wire_name and each.name in values
    }


def filled(url: str, values: dict[str, Any]) -> str:
    for name, value in values.items():
        url = url.replace(f"{{{name}}}", encode_segment(value))
    return url
