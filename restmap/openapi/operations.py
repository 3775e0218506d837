"""Operations of a document: their names, their paths, and what describes each."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from ..describe.routes import Route
from .components import Components, Part
from .parameters import parameters_of
from .request_bodies import request_body_of
from .responses import responses_of
from .schemas import SchemaWriter


@attrs.frozen(eq=False)
class NamedOperation:
    """An operation with its place in a document.

    path: its key among the paths. names: of the placeholders in it, in order. operation_id: unique
    in the document.
    """

    route: Route
    path: str
    names: tuple[str, ...]
    operation_id: str


def write_operation(named: NamedOperation, components: Components) -> Part:
    """The operation object; its errors are added to its responses by the document."""
    route = named.route
    options = route.node.plan.options
    received = SchemaWriter(components, options.field_names)
    sent = SchemaWriter(components, options.member_names or options.parameter_names)
    written: Part = {"operationId": named.operation_id, "tags": [tag_of(route)]}
    if text := inspect.cleandoc(route.operation.doc or ""):
        written["description"] = text
    if parameters := parameters_of(route, sent, named.names):
        written["parameters"] = parameters
    if body := request_body_of(route, sent):
        written["requestBody"] = body
    return {**written, "responses": responses_of(route, received)}


def tag_of(route: Route) -> str:
    """The name of the first mount on the way to an operation."""
    return _words(route)[0]


def _words(route: Route) -> list[str]:
    """The names on the way to an operation: those of its mounts and its own."""
    site = route.node.site.expression
    names = [step.name for step in route.steps]
    if not site:  # a resource that is mounted nowhere
        names[0] = route.node.resource.__name__.lower()
    return [*names, route.operation.name]


def name_operations(routes: Sequence[Route], cut: int) -> Iterator[NamedOperation]:
    """The operations with their places in a document, each at its own.

    cut: the length of the prefix that the server has, so that paths are without it. Placeholders
    at the same position of the same path have the same name. Of several operations with one method
    at one path, those after the first have a fragment in their paths, which is never sent.
    """
    names_by_shape: dict[str, tuple[str, ...]] = {}
    taken: set[tuple[str, str]] = set()
    ids: set[str] = set()
    for route in routes:
        template = route.operation.template
        literals = [route.node.prefix[cut:] + template.literals[0], *template.literals[1:]]
        names = names_by_shape.setdefault("{}".join(literals), template.names)
        path = literals[0] + "".join(
            f"{{{name}}}{literal}" for name, literal in zip(names, literals[1:], strict=True)
        )
        operation_id = _first_free(_ids(route), ids)
        if (route.operation.method, path) in taken:
            path = f"{path}#{operation_id}"
        ids.add(operation_id)
        taken.add((route.operation.method, path))
        yield NamedOperation(route, path, names, operation_id)


def _ids(route: Route) -> Iterator[str]:
    """Names for an operation, from the shortest one on."""
    words = _words(route)
    yield "_".join(words)
    sites = [each for each in re.findall(r"\w+", route.node.site.expression) if each != "client"]
    yield "_".join([*sites, *words])
    number = 2
    while True:
        yield "_".join([*sites, *words, str(number)])
        number += 1


def _first_free(names: Iterator[str], taken: set[str]) -> str:
    return next(each for each in names if each not in taken)


def with_errors(written: Part, error: Part) -> Part:
    """The operation with the response to every request that fails."""
    responses: dict[str, Any] = {**written["responses"], "default": error}
    return {**written, "responses": responses}
