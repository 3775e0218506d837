"""Routes: what is declared, as a tree of nodes, and the way from a path to a node."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

import attrs

from ..api.mounts import Mount, misplaced, mounts_of
from ..declare.uri import UriTemplate, parse_template
from .refusal import Refusal, not_found

if TYPE_CHECKING:
    from ..api.resource import Resource
    from ..api.site import Site
    from ..plan.operation import Operation
    from ..plan.resource_plan import ResourcePlan


@attrs.frozen(eq=False)
class Node:
    """A resource where it is mounted.

    name: of the mount. host, prefix: of the version it is in. parent: the node it is mounted
    under; None at the top of a version. item, collection: the templates of a record and of the
    list. children: by the names of their mounts.
    """

    name: str
    resource: type[Resource]
    host: str
    prefix: str
    parent: Node | None
    item: UriTemplate
    collection: UriTemplate
    children: dict[str, Node] = attrs.field(factory=dict[str, "Node"], repr=False)

    @property
    def plan(self) -> ResourcePlan:
        """What is known of the resource."""
        return self.resource._plan

    @cached_property
    def parameters(self) -> frozenset[str]:
        """The names of all that its operations can be given."""
        operations = self.plan.operations.values()
        return frozenset(name for operation in operations for name in operation.arguments)

    @property
    def kind(self) -> str:
        """What its records are stored as: the same text after a restart."""
        return f"{self.host}{self.prefix}{self.item.text}"


def plant(site: type[Site], host: str, prefix: str) -> list[Node]:
    """The nodes of what is mounted in a version or a domain, those below included."""
    return [node for mount in mounts_of(site) for node in mounted(mount, host, prefix, None, site)]


def mounted(
    mount: Mount[Any], host: str, prefix: str, parent: Node | None, owner: type
) -> list[Node]:
    """The node of one mount, and after it those beside its items and those below them."""
    resource = cast("type[Resource]", mount.resource)
    given = len(parent.item.names) if parent else 0
    if not mount.fits(given):
        raise misplaced(resource, owner.__name__, given)
    item, collection = resource._plan.item, resource._plan.collection
    assert item is not None, "what fits has a path"
    assert collection is not None, "and its list has one too"
    node = Node(mount.name, resource, host, prefix, parent, item, collection)
    if parent is not None:
        parent.children[mount.name] = node
    nodes = [node]
    if mount.kind is not None:
        for each in mounts_of(mount.kind):
            nodes += mounted(each, host, prefix, parent, mount.kind)
    for each in mounts_of(resource):
        nodes += mounted(each, host, prefix, node, resource)
    return nodes


@attrs.frozen
class Route:
    """One operation of a node."""

    node: Node
    operation: Operation


@attrs.frozen
class Match:
    """A route, and the path values that led to it, decoded."""

    route: Route
    values: tuple[str, ...]


class PathTree:
    """Templates by their segments. A literal segment goes before one with a placeholder."""

    def __init__(self) -> None:
        self.routes: dict[str, list[Route]] = {}
        self._literals: dict[str, PathTree] = {}
        self._patterns: dict[str, tuple[re.Pattern[str], PathTree]] = {}

    def add(self, template: UriTemplate, route: Route) -> None:
        """Put a route where its template leads."""
        tree = self
        for segment in template.text.split("/")[1:]:
            tree = tree._branch(parse_template(f"/{segment}"))
        tree.routes.setdefault(route.operation.method, []).append(route)

    def _branch(self, segment: UriTemplate) -> PathTree:
        if not segment.names:
            return self._literals.setdefault(segment.text[1:], PathTree())
        # The names of placeholders make no difference: `{sid}` and `{service_sid}` are one.
        literals = [re.escape(each) for each in (segment.literals[0][1:], *segment.literals[1:])]
        text = "(.+)".join(literals)
        if text not in self._patterns:
            self._patterns[text] = (re.compile(text, re.DOTALL), PathTree())
            # `{sid}.json` goes before `{sid}`.
            self._patterns = dict(sorted(self._patterns.items(), key=lambda item: -len(item[0])))
        return self._patterns[text][1]

    def find(
        self, segments: Sequence[str], values: tuple[str, ...] = ()
    ) -> Iterator[tuple[PathTree, tuple[str, ...]]]:
        """Where the segments of a path lead, the best first, and their values."""
        if not segments:
            if self.routes:
                yield self, values
            return
        head, rest = segments[0], segments[1:]
        if head in self._literals:
            yield from self._literals[head].find(rest, values)
        for pattern, tree in self._patterns.values():
            if found := pattern.fullmatch(head):
                yield from tree.find(rest, (*values, *found.groups()))


class Routes:
    """All routes of a sandbox: by host where a request names a declared one, else together."""

    def __init__(self) -> None:
        self._by_host: dict[str, PathTree] = {}
        self._together = PathTree()
        self.nodes: list[Node] = []

    def add(self, nodes: list[Node]) -> None:
        """Serve these too."""
        self.nodes += nodes
        for node in nodes:
            for operation in node.plan.operations.values():
                template = parse_template(node.prefix + operation.template.text)
                route = Route(node, operation)
                self._by_host.setdefault(node.host, PathTree()).add(template, route)
                self._together.add(template, route)

    def match(self, method: str, host: str, path: str) -> Match:
        """The route of a request.

        Raises Refusal: 404 where the path leads nowhere, 405 where it does not have the method.
        """
        tree = self._by_host.get(host, self._together)
        try:
            segments = [unquote(each, errors="strict") for each in path.split("/")[1:]]
        except UnicodeDecodeError:
            raise not_found(path) from None
        allowed: set[str] = set()
        for end, values in tree.find(segments):
            if method in end.routes:
                return Match(_only(end.routes[method], path), values)
            allowed |= end.routes.keys()
        if not allowed:
            raise not_found(path)
        raise Refusal(
            405,
            f"The method {method} is not allowed for {path}.",
            {"Allow": ", ".join(sorted(allowed))},
        )


def _only(routes: list[Route], path: str) -> Route:
    """The route of a path that several domains may have; only the host can tell them apart."""
    if len({each.node.host for each in routes}) > 1:
        hosts = ", ".join(sorted({each.node.host for each in routes}))
        # RFC 9110 15.5.20: the server cannot tell which of its authorities is meant.
        raise Refusal(421, f"Several domains have the path {path}: {hosts}. Serve one of them.")
    return routes[0]
