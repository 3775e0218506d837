"""Routes: how each operation of an API is reached from its client, by names alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from restmap import Client, Domain, Resource
from restmap.api.collection_mounts import CollectionsMount, HandleMount
from restmap.api.mounts import Mount, mounts_of
from restmap.api.site import SiteMount
from restmap.plan.operation import Operation


@frozen
class Step:
    """One name on the path from a client.

    resource: its resource. above: the keys that a collection is called with. keys: those that an
    item is called with; None where it is not.
    """

    name: str
    resource: type[Resource]
    above: tuple[str, ...] = ()
    keys: tuple[str, ...] | None = None

    def __str__(self) -> str:
        """The source of the step: `services(…)` or `participants(…)(…)`."""
        calls = [each for each in (self.above or None, self.keys) if each is not None]
        return self.name + "".join(f"({', '.join('…' for _ in each)})" for each in calls)


@frozen
class Route:
    """How one operation of a resource is reached from a client.

    sites: the names of a domain and its version, or of a domain alone. steps: those below.
    """

    sites: tuple[str, ...]
    steps: tuple[Step, ...]
    planned: Operation

    @property
    def resource(self) -> type[Resource]:
        return self.steps[-1].resource

    def __str__(self) -> str:
        """The source of the route: `proxy.v1.services(…).sessions.create`."""
        return ".".join([*self.sites, *map(str, self.steps), self.verb])

    @property
    def verb(self) -> str:
        """The name of the method to call; for a list, the one for a single page."""
        return "page" if self.planned.result == "page" else self.planned.name

    def reach(self, client: Any, path: Sequence[Any]) -> Any:
        """The object that the verb is called on, with these path values."""
        values = iter(path)
        target = client
        for name in self.sites:
            target = getattr(target, name)
        for step in self.steps:
            target = getattr(target, step.name)
            if step.above:
                target = target(*(next(values) for _ in step.above))
            if step.keys is not None:
                own = [next(values) for _ in step.keys]
                # Several keys are given by name: libraries differ in their order.
                named = dict(zip(step.keys, own, strict=True)) if len(own) > 1 else {}
                target = target(**named) if named else target(*own)
        return target


def every_route(client: type[Client]) -> Iterator[tuple[str, Route]]:
    """Each route from a client, and the origin and prefix that its path is appended to."""
    for domain_name, domain in _sites_in(client):
        origin = f"https://{domain.host}"
        for route in _routes_below((domain_name,), domain, (), ()):
            yield origin, route
        for name, version in _sites_in(domain):
            for route in _routes_below((domain_name, name), version, (), ()):
                yield origin + version.prefix, route


def _sites_in(owner: type[Client] | type[Domain]) -> Iterator[tuple[str, Any]]:
    for cls in owner.__mro__:
        for name, member in vars(cls).items():
            if isinstance(member, SiteMount):
                yield name, member.site


def _routes_below(
    sites: tuple[str, ...],
    owner: type[Any],
    above: tuple[Step, ...],
    resources: tuple[type[Resource], ...],
) -> Iterator[Route]:
    """The routes of all mounts in a class, and of those below them."""
    for mount in mounts_of(owner):
        # A handle with a key of its own is a second route to the same item.
        if mount.resource in resources or (isinstance(mount, HandleMount) and mount._key):
            continue
        keys = _collection_keys_of(mount)
        item = (*above, Step(mount.name, mount.resource, keys, _keys_of(mount)))
        collection = (*above, Step(mount.name, mount.resource, keys))
        for planned in mount.resource._plan.operations.values():
            yield Route(sites, item if planned.scope == "item" else collection, planned)
        yield from _routes_below(sites, mount.resource, item, (*resources, mount.resource))
        if mount.kind is not None:
            yield from _routes_below(sites, mount.kind, collection, resources)


def _collection_keys_of(mount: Mount[Any]) -> tuple[str, ...]:
    """The keys that a mounted collection is called with, below the top of a version."""
    if not isinstance(mount, CollectionsMount):
        return ()
    plan = mount.resource._plan
    return plan.path_names[: plan.path_length_above]


def _keys_of(mount: Mount[Any]) -> tuple[str, ...] | None:
    """The keys that an item of a mount is called with; a handle is the item itself."""
    return None if isinstance(mount, HandleMount) else mount.resource._plan.keys
