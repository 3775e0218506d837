"""Nodes: the declared resources as a tree, each at the places where it is mounted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import attrs

from ..api.collection_mounts import CollectionsMount, HandleMount, collection, collections
from ..api.mounts import Mount, misplaced, mounts_of
from ..api.resource import Resource

if TYPE_CHECKING:
    from ..api.collection import Collection
    from ..declare.uri import UriTemplate
    from ..plan.resource_plan import ResourcePlan
    from .declared import DeclaredSite


@attrs.frozen(eq=False)
class Step:
    """One name in the expression that leads to a collection or to an item.

    name: of the mount. calls: the names of the keys in each pair of parentheses after it; a
    collection mounted by `collections()` has two of them at an item. computed: the number of keys
    that the client computes.
    """

    name: str
    calls: tuple[tuple[str, ...], ...] = ()
    computed: int = 0


@attrs.frozen(eq=False)
class Node:
    """A resource at one of the places where it is mounted.

    site: the version, domain or client that it is in. parent: the node whose path it continues,
    or None at the top of a site. beside: the node whose collection it is mounted on; None if it is
    not mounted on one. item, collection: the templates of a record and of the list. children:
    the nodes below, by the names of their mounts.
    """

    mount: Mount[Any]
    site: DeclaredSite
    parent: Node | None
    beside: Node | None
    item: UriTemplate
    collection: UriTemplate
    children: dict[str, Node] = attrs.field(factory=dict[str, "Node"], repr=False)

    @property
    def name(self) -> str:
        """The name of the mount."""
        name: str = self.mount.name
        return name

    @cached_property
    def resource(self) -> type[Resource]:
        """The class that is mounted."""
        return cast("type[Resource]", self.mount.resource)

    @property
    def kind(self) -> type[Collection[Any]] | None:
        """The class of the collection; None if it has none."""
        return cast("type[Collection[Any]] | None", self.mount.kind)

    @cached_property
    def plan(self) -> ResourcePlan:
        """The compiled declaration of the resource."""
        return self.resource._plan

    @property
    def is_handle(self) -> bool:
        """Whether the mount is a single item, not a collection."""
        return isinstance(self.mount, HandleMount)

    @property
    def host(self) -> str:
        """The host of the site."""
        return self.site.host

    @property
    def prefix(self) -> str:
        """The path prefix of the site."""
        return self.site.prefix

    @property
    def storage_name(self) -> str:
        """The name under which its records are stored; it is the same after a restart."""
        return f"{self.host}{self.prefix}{self.item.text}"

    # -- the way to it ----------------------------------------------------------------------

    @property
    def steps_to_collection(self) -> tuple[Step, ...]:
        """The names that lead from the site to the collection."""
        if self.beside is not None:
            before = self.beside.steps_to_collection
        else:
            before = self.parent.steps_to_item if self.parent is not None else ()
        above = len(self.parent.item.names) if self.parent is not None else 0
        keys = self.plan.path_names[above : self.plan.path_length_above]
        calls = (keys,) if isinstance(self.mount, CollectionsMount) else ()
        return (*before, Step(self.name, calls))

    @property
    def steps_to_item(self) -> tuple[Step, ...]:
        """The names that lead from the site to one item; a handle is the item itself."""
        *before, last = self.steps_to_collection
        keys = self.plan.keys
        if not self.is_handle:
            last = attrs.evolve(last, calls=(*last.calls, keys))
        elif self.mount.key is not None:
            last = attrs.evolve(last, computed=len(keys))
        return (*before, last)


def build_nodes(site: DeclaredSite) -> list[Node]:
    """The nodes of a site, at all levels."""
    return [node for mount in top_mounts(site) for node in build_mount_nodes(mount, site)]


def top_mounts(site: DeclaredSite) -> list[Mount[Any]]:
    """The mounts at the top of a site; a resource that stands for itself is mounted here."""
    if not issubclass(site.site, Resource):
        return mounts_of(site.site)
    function = collections if site.site._plan.path_length_above else collection
    mount: Mount[Any] = function(site.site)
    mount.name = f"{function.__name__}({site.site.__name__}).under(client)"
    return [mount]


def build_mount_nodes(
    mount: Mount[Any], site: DeclaredSite, parent: Node | None = None, beside: Node | None = None
) -> list[Node]:
    """The node of one mount, followed by those of its collection and of its items.

    Raises DeclarationError for a resource whose path does not fit there.
    """
    resource = cast("type[Resource]", mount.resource)
    path_length = len(parent.item.names) if parent else 0
    if not mount.fits(path_length):
        raise misplaced(resource, _owner_name(site, parent, beside), path_length)
    item, collection = resource._plan.item, resource._plan.collection
    assert item is not None, "what fits has a path"
    assert collection is not None, "and its list has one too"
    node = Node(mount, site, parent, beside, item, collection)
    if parent is not None:
        parent.children[mount.name] = node
    nodes = [node]
    for each in mounts_of(node.kind):
        nodes += build_mount_nodes(each, site, parent, node)
    for each in mounts_of(resource):
        nodes += build_mount_nodes(each, site, node)
    return nodes


def _owner_name(site: DeclaredSite, parent: Node | None, beside: Node | None) -> str:
    """The name of the class that a mount is in, for messages."""
    if beside is not None and beside.kind is not None:
        return beside.kind.__name__
    return parent.resource.__name__ if parent is not None else site.site.__name__


def kind_of_path_value(node: Node, position: int) -> Any:
    """The type of a path value, which the resource declares as a key or a field, or a parent."""
    plan = node.plan
    name = plan.path_names[position]
    if plan.key is not None and name in plan.key._parameters:
        return plan.key._parameters[name].kind
    if name in plan.fields:
        return plan.fields[name].kind
    is_above = node.parent is not None and position < len(node.parent.plan.path_names)
    return (
        kind_of_path_value(node.parent, position) if is_above and node.parent is not None else str
    )
