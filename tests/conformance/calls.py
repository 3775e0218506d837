"""From an operation of a document to a call on a client, whatever the API.

    routes = routes_of(Client)
    call = call_for(operation, routes)
    call.make(client, call.arguments())

Nothing here knows a vendor: an operation is found by method, host and path among the resources
that can be reached from the client, and values are made from the schemas of the document. A call
is made by names alone, so any client that has the same names can make it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

import restmap
from restmap import Domain, Request, Response
from restmap.collecting import CollectionsMount, HandleMount
from restmap.mount import Mount, mounts_of
from restmap.plan.operation import Operation as Planned
from restmap.site import SiteMount

from .judge import Judge, Verdict
from .openapi import Operation, Parameter, shape
from .values import right_body, right_header, right_text, right_value

PAGING = ("page_size", "page_number", "page_token")


@frozen
class Step:
    """One name on the way from a client. keys: what it is called with; None where it is not."""

    name: str
    keys: tuple[str, ...] | None = None


@frozen
class Route:
    """How one operation of a resource is reached from a client.

    sites: the names of a domain and its version, or of a domain alone. steps: those below.
    """

    sites: tuple[str, ...]
    steps: tuple[Step, ...]
    resource: type[restmap.Resource]
    planned: Planned

    def __str__(self) -> str:
        """As it is written: `proxy.v1.services(…).sessions.create`."""
        calls = {None: "", 0: "()", 1: "(…)"}
        written = [
            step.name + calls.get(step.keys if step.keys is None else len(step.keys), "(…, …)")
            for step in self.steps
        ]
        return ".".join([*self.sites, *written, self.verb])

    @property
    def verb(self) -> str:
        """The name that is called; a list is asked for one page of it."""
        return "page" if self.planned.result == "page" else self.planned.name

    def reach(self, client: Any, path: Sequence[Any]) -> Any:
        """What the verb is called on, by these path values."""
        values = iter(path)
        target = client
        for name in self.sites:
            target = getattr(target, name)
        for step in self.steps:
            target = getattr(target, step.name)
            if step.keys is not None:
                own = [next(values) for _ in step.keys]
                # Several keys go by name: their order is not the path's in every library.
                named = dict(zip(step.keys, own, strict=True)) if len(own) > 1 else {}
                target = target(**named) if named else target(*own)
        return target


Shape = tuple[str, str]
"""Method, and URL with every path value left out."""


def routes_of(client: type[restmap.Client]) -> dict[Shape, Route]:
    """Every operation that can be reached from a client."""
    routes: dict[Shape, Route] = {}
    for root, route in _routes(client):
        url = root + route.planned.template.text
        routes.setdefault((route.planned.method, shape(url)), route)
    return routes


def _routes(client: type[restmap.Client]) -> Iterator[tuple[str, Route]]:
    """Each route, and the origin and prefix that its path is appended to."""
    for domain_name, domain in _sites_in(client):
        origin = f"https://{domain.host}"
        for route in _routes_below((domain_name,), domain, (), ()):
            yield origin, route
        for name, version in _sites_in(domain):
            for route in _routes_below((domain_name, name), version, (), ()):
                yield origin + version.prefix, route


def _sites_in(owner: type[restmap.Client] | type[Domain]) -> Iterator[tuple[str, Any]]:
    for cls in owner.__mro__:
        for name, member in vars(cls).items():
            if isinstance(member, SiteMount):
                yield name, member.site


def _routes_below(
    sites: tuple[str, ...],
    owner: type[Any],
    above: tuple[Step, ...],
    resources: tuple[type[restmap.Resource], ...],
) -> Iterator[Route]:
    """The routes of all that is mounted in a class, and below it."""
    for mount in mounts_of(owner):
        # A handle with a key of its own is a second way to an item that has a first.
        if mount.resource in resources or (isinstance(mount, HandleMount) and mount._key):
            continue
        plan = mount.resource._plan
        item = (*above, Step(mount.name, _keys_of(mount)))
        collection = item if isinstance(mount, CollectionsMount) else (*above, Step(mount.name))
        for planned in plan.operations.values():
            steps = item if planned.scope == "item" else collection
            yield Route(sites, steps, mount.resource, planned)
        yield from _routes_below(sites, mount.resource, item, (*resources, mount.resource))
        if mount.kind is not None:
            yield from _routes_below(sites, mount.kind, collection, resources)


def _keys_of(mount: Mount[Any]) -> tuple[str, ...] | None:
    """What an item of a mount is called with; a handle is the item itself."""
    if isinstance(mount, HandleMount):
        return None
    plan = mount.resource._plan
    return plan.path_names[-1:] if isinstance(mount, CollectionsMount) else plan.keys


@frozen
class Call:
    """An operation of a document, and the route of the client that does it."""

    operation: Operation
    route: Route

    def names(self) -> dict[str, Parameter]:
        """The document's parameters by the names that the client has for them."""
        planned = self.route.planned
        names = {(each.location, each.wire_name): name for name, each in planned.arguments.items()}
        if planned.result == "page" and planned.page_type is not None:
            names |= {("query", getattr(planned.page_type, name)): name for name in PAGING}
        return {
            names[each.location, each.name]: each
            for each in self.operation.at("query", "form", "json", "header")
            if (each.location, each.name) in names
        }

    @property
    def whole_body(self) -> str | None:
        """The name of the argument that is the whole body, where there is one."""
        arguments = self.route.planned.arguments
        return next((name for name, each in arguments.items() if each.location == "body"), None)

    def parts_of_body(self) -> list[Parameter]:
        """The document's parameters that are parts of one argument."""
        return self.operation.at("json") if self.whole_body is not None else []

    def arguments(self, *, required_only: bool = False) -> dict[str, Any]:
        """A right value for every parameter that both have, or for every required one."""
        parameters = self.route.planned.parameters
        arguments = {
            name: (right_header if each.location == "header" else right_value)(
                parameters[name].kind, each.schema
            )
            for name, each in self.names().items()
            if each.required or not required_only
        }
        if self.whole_body is not None and (self.operation.body_required or not required_only):
            body = right_body(self.operation.body, required_only=required_only)
            arguments[self.whole_body] = body
        return arguments

    def path(self) -> list[str | int]:
        """A right value for each placeholder of the path."""
        return [
            1 if each.schema.get("type") == "integer" else right_text(each.schema)
            for each in self.operation.path_parameters
        ]

    def make(
        self,
        client: Any,
        arguments: Mapping[str, Any],
        path: Sequence[str | int] | None = None,
    ) -> Any:
        """Do it; a list is asked for one page of it."""
        target = self.route.reach(client, self.path() if path is None else path)
        return getattr(target, self.route.verb)(**arguments)


def call_for(operation: Operation, routes: Mapping[Shape, Route]) -> Call:
    """The call that does an operation; KeyError where the client has none."""
    return Call(operation, routes[operation.method, operation.shape])


class JudgedTransport:
    """Hands each request to the judge, whose verdicts it keeps, and answers as the judge does.

    edit: changes a request on its way, to send what the client itself never would.
    """

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.edit = as_it_is
        self.verdicts: list[Verdict] = []

    def send(self, request: Request) -> Response:
        request = self.edit(request)
        verdict = self._judge.verdict(
            request.method, request.url, request.headers, request.body or b""
        )
        self.verdicts.append(verdict)
        return Response(verdict.status, verdict.headers, verdict.body)

    @property
    def verdict(self) -> Verdict:
        """The verdict on the last request."""
        return self.verdicts[-1]


def as_it_is(request: Request) -> Request:
    """The edit that changes nothing."""
    return request
