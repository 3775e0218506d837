"""From an operation of a document to a call on a client, whatever the API.

    routes = routes_of(client)
    call = call_for(operation, routes)
    call.make(call.arguments())

Nothing here knows a vendor: an operation is found by method, host and path among the resources
that can be reached from the client, and values are made from the schemas of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

import restmap
from restmap import Request, Response, Version
from restmap.mount import Mount
from restmap.plan.operation import Operation as Planned
from restmap.site import SiteMount

from .judge import Judge, Verdict
from .openapi import Operation, Parameter, shape
from .values import right_text, right_value

PAGING = ("page_size", "page_number", "page_token")


@frozen
class Route:
    """How one operation of a resource is reached: mount after mount, from a version."""

    site: Version
    mounts: tuple[Mount[Any], ...]
    planned: Planned

    @property
    def resource(self) -> type[restmap.Resource]:
        return self.mounts[-1].resource


Shape = tuple[str, str]
"""Method, and URL with every path value left out."""


def routes_of(client: restmap.Client) -> dict[Shape, Route]:
    """Every operation that can be reached from a client."""
    routes: dict[Shape, Route] = {}
    for domain in _mounted_sites(client):
        for site in _mounted_sites(domain):
            for mounts in _chains(type(site), ()):
                for planned in mounts[-1].resource._plan.operations.values():
                    url = site.declared_origin + site.prefix + planned.template.text
                    routes.setdefault((planned.method, shape(url)), Route(site, mounts, planned))
    return routes


def _mounted_sites(parent: Any) -> Iterator[Any]:
    for name, member in _members(type(parent)):
        if isinstance(member, SiteMount):
            yield getattr(parent, name)


def _chains(owner: type, above: tuple[Mount[Any], ...]) -> Iterator[tuple[Mount[Any], ...]]:
    for _, mount in _members(owner):
        if isinstance(mount, Mount) and mount.resource not in [each.resource for each in above]:
            yield (*above, mount)
            yield from _chains(mount.resource, (*above, mount))


def _members(owner: type) -> Iterator[tuple[str, Any]]:
    for cls in owner.__mro__:
        yield from vars(cls).items()


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

    def arguments(self, *, required_only: bool = False) -> dict[str, Any]:
        """A right value for every parameter that both have, or for every required one."""
        parameters = self.route.planned.parameters
        return {
            name: right_value(parameters[name].kind, each.schema)
            for name, each in self.names().items()
            if each.required or not required_only
        }

    def path(self) -> list[str | int]:
        """A right value for each placeholder of the path."""
        return [
            1 if each.schema.get("type") == "integer" else right_text(each.schema)
            for each in self.operation.path_parameters
        ]

    def make(self, arguments: Mapping[str, Any], path: Sequence[str | int] | None = None) -> Any:
        """Do it; a list is asked for one page of it."""
        planned = self.route.planned
        verb = "page" if planned.result == "page" else planned.name
        target = self._target(self.path() if path is None else path)
        return getattr(target, verb)(**arguments)

    def _target(self, path: Sequence[str | int]) -> Any:
        """The collection or the handle that the verb is called on."""
        values = iter(path)
        target: Any = self.route.site
        for mount in self.route.mounts:
            collection = mount.under(target)
            if mount is self.route.mounts[-1] and self.route.planned.scope == "collection":
                return collection
            target = collection(*(next(values) for _ in mount.resource._plan.keys))
        return target


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
