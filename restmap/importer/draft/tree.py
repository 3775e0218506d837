"""The tree of an API: the mounts of its resources, and the operations of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

import attrs

from ...api.collection import Collection
from ...plan.checks import RESERVED_NAMES
from ..read.documents import Document
from ..read.inventory import Inventory
from ..read.operations import DocumentOperation
from .identifiers import first_free
from .naming import PlainNaming
from .path_tree import Step
from .places import Place
from .results import Result

Kind: TypeAlias = Literal["items", "collections", "singleton", "handle", "list", "space"]
"""How a resource is reached from a client, for a mount `things`:

items: things(key).fetch(), and perhaps things.list(). collections: things(key).list(), and
perhaps things(key)(key of an item).fetch(). singleton: things().fetch(). handle:
things.fetch(). list: things.list(), things.create(). space: things.others; it has no
operations itself.
"""


@attrs.frozen
class PlacedOperation:
    """An operation and the mount of its resource.

    verb: create, list, fetch, update or delete, or the name of an action such as `patch`.
    belongs_to_item: whether it belongs to an item according to the document. result: what its
    response is read as; None for what the verb usually returns.
    """

    document: Document
    operation: DocumentOperation
    step: Step
    verb: str
    belongs_to_item: bool
    result: Result | None = None


@attrs.define(eq=False)
class ResourceNode:
    """A resource of the tree.

    place: the version of the resource. steps: the mounts that lead to it; the last step has the
    longest path of its operations. item_children: the nodes mounted on an item.
    collection_children: the nodes mounted on the collection, or on a resource without a key.
    """

    place: Place
    steps: tuple[Step, ...]
    operations: list[PlacedOperation] = attrs.field(factory=list[PlacedOperation])
    item_children: dict[str, ResourceNode] = attrs.field(factory=dict[str, "ResourceNode"])
    collection_children: dict[str, ResourceNode] = attrs.field(factory=dict[str, "ResourceNode"])

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
        """The number of keys that address a collection: those that list and create take."""
        counts = [
            each.step.keys
            for each in self.operations
            if each.verb in ("list", "create") and not each.belongs_to_item
        ]
        return max(counts, default=0)

    @property
    def item_keys(self) -> int:
        """The number of path parameters that address an item within its collection."""
        return self.keys - self.collection_keys if self.kind == "collections" else self.keys

    @property
    def path(self) -> str:
        """The path of an item in the document."""
        return self.steps[-1].path

    @property
    def children(self) -> list[ResourceNode]:
        """The nodes mounted under this one, in the order of their names."""
        return [
            each
            for group in (self.item_children, self.collection_children)
            for _, each in sorted(group.items())
        ]

    @property
    def has_collection(self) -> bool:
        """Whether the resource is reached through a collection; a handle has none."""
        return self.kind not in ("handle", "space")

    @property
    def record_children(self) -> dict[str, ResourceNode]:
        """The nodes mounted on a record: those of an item and, without a collection, all others."""
        others = {} if self.has_collection else self.collection_children
        return {**self.item_children, **others}

    @property
    def kind(self) -> Kind:
        """How the resource is reached."""
        verbs = {each.verb for each in self.operations}
        if self.keys:
            outer = self.collection_keys
            has_items = outer < self.keys or not self.item_children
            return "collections" if outer and has_items else "items"
        if any(each.belongs_to_item for each in self.operations):
            return "singleton"
        if not verbs:
            return "space"
        if "list" in verbs and "fetch" not in verbs:  # as with /things/list and /things/update
            return "list"
        has_list = not verbs.isdisjoint({"list", "create"})
        has_item = not verbs.isdisjoint({"fetch", "update", "patch", "delete"})
        return "list" if has_list and not has_item else "handle"

    def is_item_operation(self, placed: PlacedOperation) -> bool:
        """Whether an operation belongs to an item; otherwise it belongs to the collection."""
        if self.kind in ("singleton", "handle"):
            return placed.verb != "list"
        return placed.step.keys > self.keys - self.item_keys

    def is_action(self, placed: PlacedOperation) -> bool:
        """Whether an operation is an action: it has a name of its own, or a verb of the other
        kind of operation, as `create` of an item or `delete` of a collection."""
        of_item = self.is_item_operation(placed)
        usual = ("fetch", "update", "delete") if of_item else ("list", "create")
        return placed.verb not in usual

    @property
    def collection_actions(self) -> list[PlacedOperation]:
        """The actions of the whole collection."""
        return [
            each
            for each in self.operations
            if self.is_action(each) and not self.is_item_operation(each)
        ]

    def family(self) -> Iterator[ResourceNode]:
        """The node and all nodes below it."""
        yield self
        for each in self.children:
            yield from each.family()

    def rename(self, name: str) -> None:
        """Give the mount of the resource another name, in the paths of all below it as well."""
        index = len(self.steps) - 1
        for each in self.family():
            own = attrs.evolve(each.steps[index], name=name)
            each.steps = (*each.steps[:index], own, *each.steps[index + 1 :])


@attrs.define(eq=False)
class VersionNode:
    """A version, or a domain without versions, with the resources at its top."""

    place: Place
    top: dict[str, ResourceNode] = attrs.field(factory=dict[str, ResourceNode])

    def nodes(self) -> Iterator[ResourceNode]:
        """Every resource of the version, in the order of mounts."""
        for _, each in sorted(self.top.items()):
            yield from each.family()


def build_tree(inventory: Inventory, naming: PlainNaming) -> list[VersionNode]:
    """The versions of an API, in the order of their names, each with its resources.

    An operation is left out if its host or prefix differs from that of its version.
    """
    versions: dict[tuple[str, str], VersionNode] = {}
    hosts: dict[str, str] = {}
    for document, operation in list(inventory.declarable()):
        place = naming.place(document, operation)
        host = hosts.setdefault(place.domain, place.host)
        version = versions.setdefault((place.domain, place.version), VersionNode(place))
        if (version.place.prefix, host) != (place.prefix, place.host):
            expected = f"{host}{version.place.prefix}"
            name = ".".join(filter(None, [place.domain, place.version]))
            actual = f"{place.host}{place.prefix}"
            reason = f"its URL begins with {actual}, but those of {name} with {expected}"
            inventory.leave_out(operation, reason)
            continue
        role = naming.role(document, operation)
        placed = PlacedOperation(
            document,
            operation,
            role.steps[-1],
            role.verb,
            role.belongs_to_item,
            role.result,
        )
        _node_at(version, place, role.steps).operations.append(placed)
    for version in versions.values():
        for node in version.nodes():
            node.item_children = dict(_beside_verbs(node))
            if node.has_collection:
                node.collection_children = dict(_beside_collection(node))
    return [version for _, version in sorted(versions.items())]


def _beside_verbs(node: ResourceNode) -> Iterator[tuple[str, ResourceNode]]:
    """The nodes mounted on an item by their names, which hide none of its verbs and actions."""
    verbs = {each.verb for each in node.operations if node.is_item_operation(each)}
    hidden = RESERVED_NAMES | verbs | {f"{each}_async" for each in verbs}
    for name, child in node.item_children.items():
        if name in hidden:
            name = first_free([f"{name}_"], hidden | set(node.item_children))
            child.rename(name)
        yield name, child


def _beside_collection(node: ResourceNode) -> Iterator[tuple[str, ResourceNode]]:
    """The nodes mounted on a collection by their names, which hide nothing that each one has, such
    as `list`, and none of its actions."""
    hidden = {*dir(Collection), *(each.verb for each in node.collection_actions)}
    for name, child in node.collection_children.items():
        if name in hidden:
            name = first_free([f"{name}_"], hidden | set(node.collection_children))
            child.rename(name)
        yield name, child


def _node_at(version: VersionNode, place: Place, steps: Sequence[Step]) -> ResourceNode:
    """The node at the end of a path of mounts; missing nodes on the path are created."""
    siblings, node = version.top, None
    for index, step in enumerate(steps):
        node = siblings.get(step.name)
        if node is None:
            node = siblings[step.name] = ResourceNode(place, tuple(steps[: index + 1]))
        elif step.keys > node.keys:
            node.steps = tuple(steps[: index + 1])
        siblings = node.item_children if step.keys else node.collection_children
    assert node is not None, "every operation has at least one step"
    return node
