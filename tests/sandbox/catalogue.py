"""Every operation of the catalogue, called on a sandbox with the arguments that it requires."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from attrs import evolve, frozen

from resources.twilio import Client
from restmap import NotFoundError, Resource
from restmap.describe.nodes import Node
from restmap.describe.routes import Route, find_routes
from restmap.sandbox import Sandbox
from tests.arguments import value_of
from tests.routes import reach


def way_to(node: Node) -> str:
    """What is written to reach a collection: `proxy.v1.services(…).sessions`."""
    names = [each.name + "(…)" * len(each.calls) for each in node.steps_to_collection]
    return ".".join([node.site.expression, *names]).removeprefix("client.")


def routes_by_way() -> dict[str, dict[str, Route]]:
    """The operations of every resource, by the names of their verbs."""
    found: dict[str, dict[str, Route]] = {}
    for route in find_routes(Client):
        found.setdefault(way_to(route.node), {})[route.operation.name] = route
    return found


ROUTES = routes_by_way()


@frozen
class Tried:
    """A sandbox, and a client before it.

    lenient: a client that does not mind drift. twin: what the name of an awaited call ends with.
    wait: returns what such a call gives.
    """

    sandbox: Sandbox
    client: Client
    lenient: Client
    twin: str = ""
    wait: Callable[[Any], Any] = lambda result: result

    def call(self, route: Route, path: tuple[Any, ...]) -> Any:
        """Call an operation with the arguments that it requires."""
        verb = getattr(reach(route, self.client, path), route.operation.name + self.twin)
        return self.wait(verb(**arguments(route)))

    def listed(self, route: Route, path: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        """The path values of what is listed, without the account that is there from the beginning.

        Some lists have nothing of a record but its key.
        """
        if getattr(route.operation.page_type, "id_key", None) is None:
            found = self.call(route, path)
        else:
            found = evolve(self, client=self.lenient).call(route, path)
        paths = [each._address() for each in found]
        return [each for each in paths if each != (self.sandbox.account,)]

    def path_above(self, node: Node) -> tuple[Any, ...]:
        """The path values of what a resource is under, which is made, and of its collection."""
        path: tuple[Any, ...] = ()
        if node.parent is not None:
            routes, above = ROUTES.get(way_to(node.parent), {}), self.path_above(node.parent)
            path = self.made(routes, node.parent.resource, above)[0]
        keys = node.plan.path_names[len(path) : node.plan.path_length_above]
        return path + tuple(value_of(kind) for kind in kinds_of(node.resource, keys))

    def made(
        self, routes: dict[str, Route], resource: type[Resource], above: tuple[Any, ...]
    ) -> tuple[tuple[Any, ...], Any]:
        """The path values of a new record, and the record where a verb made it."""
        kinds = kinds_of(resource, resource._plan.keys)
        path = (*above, *(value_of(kind) for kind in kinds))
        if "create" in routes:
            is_of_item = routes["create"].operation.scope == "item"
            record = self.call(routes["create"], path if is_of_item else above)
            return record._address(), record
        self.sandbox.add(resource, **dict(zip(resource._plan.path_names, path, strict=True)))
        return path, None


def kinds_of(resource: type[Resource], names: Sequence[str]) -> list[Any]:
    """The types of path values of a resource."""
    plan = resource._plan
    declared = plan.key._parameters if plan.key is not None else {}
    kinds = {name: each.kind for name, each in {**plan.fields, **declared}.items()}
    return [kinds.get(name, str) for name in names]


def arguments(route: Route) -> dict[str, Any]:
    """A value for every required parameter; one that a field of its name can have."""
    fields = route.node.plan.fields
    return {
        name: value_of(fields[name].kind if name in fields and each.kind is str else each.kind)
        for name, each in route.operation.parameters.items()
        if each.required
    }


def client_of(sandbox: Sandbox, *, drift: Any) -> Client:
    return Client(sandbox.account, sandbox.token, transport=sandbox, drift=drift, retries=1)


# What it lists is selected by a parameter that is required, and no record has the value.
SELECTED_BY_REQUIRED = {"messaging.v2.channels_senders"}
# It checks a code that another resource has sent: test_twilio_records.py.
NEEDS_ANOTHER = {"verify.v2.services(…).verification_checks"}

SERVED = [way for way in ROUTES if way not in NEEDS_ANOTHER]


def check_every_operation(way: str, tried: Tried) -> None:
    """Make, fetch, list, change and delete a record, as far as its resource has the verbs."""
    routes = dict(ROUTES[way])
    any_route = next(iter(routes.values()))
    above = tried.path_above(any_route.node)
    before = tried.listed(routes["list"], above) if "list" in routes else []
    path, made = tried.made(routes, any_route.node.resource, above)
    if made is not None:
        del routes["create"]
    fetch, listing, delete = (routes.pop(verb, None) for verb in ("fetch", "list", "delete"))

    if fetch is not None:
        fetched = tried.call(fetch, path)
        assert fetched._address() == path
        assert made is None or fetched == made
    if listing is not None:
        own = [] if way in SELECTED_BY_REQUIRED else [path]
        assert [each for each in tried.listed(listing, above) if each not in before] == own
    for other in routes.values():  # an update, an action
        assert tried.call(other, path)._address() == path
    if delete is not None:
        assert tried.call(delete, path) is True
        assert listing is None or tried.listed(listing, above) == before
        if fetch is not None and any_route.node.plan.keys:
            with pytest.raises(NotFoundError):
                tried.call(fetch, path)
