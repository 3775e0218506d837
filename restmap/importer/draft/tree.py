"""The tree of an API: the mounts of its resources, and the operations of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

import attrs

from ..read.documents import Document
from ..read.inventory import Inventory
from ..read.operations import DocumentOperation
from .naming import PlainNaming, Step
from .places import Place

Kind: TypeAlias = Literal["items", "collections", "singleton", "handle", "list", "space"]
"""How a resource is reached, for a mount `things`:

items: things(key).fetch(), and perhaps things.list(). collections: things(key).list(), and
perhaps things(key)(key of an item).fetch(). singleton: things().fetch(). handle:
things.fetch(). list: things.list(), things.create(). space: things.others, nothing of its own.
"""


@attrs.frozen
class Placed:
    """An operation and its mount. called: whether the document says that it belongs to an item.

    verb: one of the five that every API has, else the name of an action: `patch`.
    """

    document: Document
    operation: DocumentOperation
    step: Step
    verb: str
    called: bool


@attrs.define(eq=False)
class Node:
    """A resource of the tree.

    place: the version of the resource. steps: the mounts that lead to it; the last step has the
    longest path of its operations. below: the nodes mounted on an item. beside: the nodes mounted
    on the collection, or on a resource without a key.
    """

    place: Place
    steps: tuple[Step, ...]
    operations: list[Placed] = attrs.field(factory=list[Placed])
    below: dict[str, Node] = attrs.field(factory=dict[str, "Node"])
    beside: dict[str, Node] = attrs.field(factory=dict[str, "Node"])

    @property
    def name(self) -> str:
        """The name of the mount of the resource."""
        return self.steps[-1].name

    @property
    def keys(self) -> int:
        """The number of path parameters that the mount adds, with those of a collection by key."""
        return self.steps[-1].keys

    @property
    def collection_keys(self) -> int:
        """The number of keys that address a collection: the ones that list and create take."""
        listed = [
            each.step.keys
            for each in self.operations
            if each.verb in ("list", "create") and not each.called
        ]
        return max(listed, default=0)

    @property
    def item_keys(self) -> int:
        """The number of path parameters that address an item within its collection."""
        return self.keys - self.collection_keys if self.kind == "collections" else self.keys

    @property
    def path(self) -> str:
        """The path of an item in the document."""
        return self.steps[-1].path

    @property
    def children(self) -> list[Node]:
        """The nodes mounted under this one, in the order of their names."""
        return [each for where in (self.below, self.beside) for _, each in sorted(where.items())]

    @property
    def kind(self) -> Kind:
        """How the resource is reached."""
        verbs = {each.verb for each in self.operations}
        if self.keys:
            above = self.collection_keys
            return "collections" if above and (above < self.keys or not self.below) else "items"
        if any(each.called for each in self.operations):
            return "singleton"
        if not verbs:
            return "space"
        return "list" if verbs <= {"list", "create"} else "handle"

    def of_items(self, placed: Placed) -> bool:
        """Whether an operation belongs to an item; otherwise it belongs to the collection."""
        if self.kind in ("singleton", "handle"):
            return placed.verb != "list"
        return placed.step.keys > self.keys - self.item_keys

    def family(self) -> Iterator[Node]:
        """The node and all nodes below it."""
        yield self
        for each in self.children:
            yield from each.family()


@attrs.define(eq=False)
class VersionNode:
    """A version, or a domain without versions, with the resources at its top."""

    place: Place
    top: dict[str, Node] = attrs.field(factory=dict[str, Node])

    def nodes(self) -> Iterator[Node]:
        """Every resource of the version, in the order of mounts."""
        for _, each in sorted(self.top.items()):
            yield from each.family()


def grow(inventory: Inventory, naming: PlainNaming) -> list[VersionNode]:
    """The versions of an API, in the order of their names, each with its resources.

    An operation whose host or prefix is another than that of its version is left out.
    """
    versions: dict[tuple[str, str], VersionNode] = {}
    hosts: dict[str, str] = {}
    for document, operation in list(inventory.declarable()):
        place = naming.place(document, operation)
        host = hosts.setdefault(place.domain, place.host)
        version = versions.setdefault((place.domain, place.version), VersionNode(place))
        if (version.place.prefix, host) != (place.prefix, place.host):
            there = f"{host}{version.place.prefix}"
            name = ".".join(filter(None, [place.domain, place.version]))
            why = f"it is at {place.host}{place.prefix}, and {name} is at {there}"
            inventory.leave_out(operation, why)
            continue
        steps = naming.steps(document, operation)
        verb, called = naming.verb(operation), naming.is_called(operation)
        placed = Placed(document, operation, steps[-1], verb, called)
        _node_at(version, steps).operations.append(placed)
    return [version for _, version in sorted(versions.items())]


def _node_at(version: VersionNode, steps: tuple[Step, ...]) -> Node:
    """The node at the end of a path of mounts; missing nodes on the path are created."""
    siblings, node = version.top, None
    for index, step in enumerate(steps):
        node = siblings.get(step.name)
        if node is None:
            node = siblings[step.name] = Node(version.place, steps[: index + 1])
        elif step.keys > node.keys:
            node.steps = steps[: index + 1]
        siblings = node.below if step.keys else node.beside
    assert node is not None, "every operation is of a resource"
    return node
