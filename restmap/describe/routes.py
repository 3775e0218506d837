"""Routes: the declared operations, each with its URL and the expression that calls it."""

from __future__ import annotations

import keyword
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from .declared import SITES_OR_RESOURCES, Declared, find_sites
from .nodes import Node, Step, build_nodes

if TYPE_CHECKING:
    from ..api.collection import Collection
    from ..api.resource import Resource
    from ..plan.operation import Operation


@attrs.frozen(eq=False)
class Route:
    """One operation of a node. owner: the class that declares it, a resource or a collection."""

    node: Node
    operation: Operation
    owner: type[Resource] | type[Collection[Any]]

    @property
    def url(self) -> str:
        """Its URL, with the placeholders of the path; the path alone if the host is not known."""
        host = f"https://{self.node.host}" if self.node.host else ""
        return host + self.node.prefix + self.operation.template.text

    @property
    def steps(self) -> tuple[Step, ...]:
        """The names that lead from the site to what it is called on."""
        is_of_item = self.operation.scope == "item"
        return self.node.steps_to_item if is_of_item else self.node.steps_to_collection

    @property
    def target(self) -> str:
        """The expression of what it is called on: `client.desk.v1.tickets(id)`."""
        names = iter(self.operation.target_names)
        expression = self.node.site.expression
        for step in self.steps:
            expression += f".{step.name}" if expression else step.name
            for _ in range(step.computed):
                next(names)
            for keys in step.calls:
                expression += f"({_arguments(keys, [key_name(next(names)) for _ in keys])})"
        return expression

    @property
    def call(self) -> str:
        """The expression on a client, without parentheses: `client.desk.v1.tickets(id).fetch`.

        The names of keys are those of the placeholders in the path; one that Python or the
        expression needs itself has an underscore at its end.
        """
        return f"{self.target}.{self.operation.name}"

    @property
    def keys(self) -> tuple[str, ...]:
        """The placeholders of the path whose values the expression has as keys."""
        names = iter(self.operation.target_names)
        given: list[str] = []
        for step in self.steps:
            for _ in range(step.computed):
                next(names)
            given += [next(names) for keys in step.calls for _ in keys]
        return tuple(given)

    @property
    def computes_keys(self) -> bool:
        """Whether the client computes one of the keys."""
        return any(step.computed for step in self.steps)


def key_name(placeholder: str) -> str:
    """The name that a key has in an expression.

    >>> key_name("ticket_id"), key_name("from"), key_name("client")
    ('ticket_id', 'from_', 'client_')
    """
    return (
        f"{placeholder}_"
        if keyword.iskeyword(placeholder) or placeholder in _TAKEN
        else placeholder
    )


_TAKEN = frozenset({"client", "collection", "collections"})


def _arguments(keys: tuple[str, ...], values: list[str]) -> str:
    """The arguments of a call with keys. Several keys are given by name, where Python has it."""
    if len(keys) == 1 or any(map(keyword.iskeyword, keys)):
        return ", ".join(values)
    return ", ".join(f"{key}={value}" for key, value in zip(keys, values, strict=True))


def routes_of_node(node: Node) -> Iterator[Route]:
    """The operations of a node's resource, and the actions of its collection.

    A handle is one item, so the operations of the collection cannot be called on it.
    """
    for operation in node.plan.operations.values():
        if operation.scope == "item" or not node.is_handle:
            yield Route(node, operation, node.resource)
    if node.kind is not None:
        for operation in node.kind._actions.values():
            yield Route(node, operation, node.kind)


def find_routes(declared: Declared) -> list[Route]:
    """Every operation that is declared, in the order of the mounts; each at one URL once.

    A module without a client, a domain or a version has the operations of its resources. Raises
    ConfigurationError for a name that is not that of a module.
    """
    routes = [
        route
        for site in find_sites(declared, SITES_OR_RESOURCES)
        for node in build_nodes(site)
        for route in routes_of_node(node)
    ]
    return once_each(routes)


def once_each(routes: list[Route]) -> list[Route]:
    """The routes without those that lead to an operation at a URL that another leads to.

    Of two such routes, the one without computed keys is kept, else the first.
    """
    found: dict[tuple[int, str], Route] = {}
    for route in sorted(routes, key=lambda each: each.computes_keys):
        found.setdefault((id(route.operation), route.url), route)
    kept = set(map(id, found.values()))
    return [each for each in routes if id(each) in kept]
