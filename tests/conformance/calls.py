"""From an operation of a document to a call on a client, whatever the API.

    routes = routes_of(Client)
    call = call_for(operation, routes)
    call.make(client, call.arguments())

Nothing here knows a vendor: an operation is found by method, host and path among the resources
that can be reached from the client, and values are made from the schemas of the document. A call
is made by names alone, so any client that has the same names can make it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

import restmap
from restmap import Request, Response
from restmap.describe.routes import Route, find_routes
from tests.routes import reach, verb_of

from .judge import Judge, Verdict
from .openapi import Operation, Parameter, shape
from .values import right_body, right_header, right_text, right_value

PAGING = ("page_size", "page_number", "page_token")


Shape = tuple[str, str]
"""Method, and URL with every path value left out."""


def routes_of(client: type[restmap.Client]) -> dict[Shape, Route]:
    """Every operation that can be reached from a client."""
    routes: dict[Shape, Route] = {}
    for route in find_routes(client):
        routes.setdefault((route.operation.method, shape(route.url)), route)
    return routes


@frozen
class Call:
    """An operation of a document, and the route of the client that does it."""

    operation: Operation
    route: Route

    def names(self) -> dict[str, Parameter]:
        """The document's parameters by the names that the client has for them."""
        planned = self.route.operation
        names = {(each.location, each.wire_name): name for name, each in planned.arguments.items()}
        if planned.result == "page" and planned.page_type is not None:
            names |= {("query", getattr(planned.page_type, name)): name for name in PAGING}
        parts = () if self.whole_body is not None else ("json",)
        return {
            names[each.location, each.name]: each
            for each in self.operation.at("query", "form", *parts, "header")
            if (each.location, each.name) in names
        }

    @property
    def whole_body(self) -> str | None:
        """The name of the argument that is the whole body, where there is one.

        It may stand for arguments that are parts of the body, as it does in Twilio's catalogue.
        """
        planned = self.route.operation
        names = [name for name, each in planned.arguments.items() if each.location == "body"]
        return next(filter(None, [planned.whole_body, *names]), None)

    def parts(self) -> dict[str, str]:
        """The names of the parameters that are parts of a body, by wire name."""
        arguments = self.route.operation.arguments.items()
        return {each.wire_name: name for name, each in arguments if each.location == "json"}

    def in_parts(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments with the parts of the body in place of the one for all of it."""
        others = {name: each for name, each in arguments.items() if name != self.whole_body}
        body = arguments.get(self.whole_body or "", {})
        return others | {self.parts()[name]: each for name, each in body.items()}

    def parts_of_body(self) -> list[Parameter]:
        """The document's parameters that are parts of one argument."""
        return self.operation.at("json") if self.whole_body is not None else []

    def arguments(self, *, required_only: bool = False) -> dict[str, Any]:
        """A right value for every parameter that both have, or for every required one."""
        parameters = self.route.operation.parameters
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
        target = reach(self.route, client, self.path() if path is None else path)
        return getattr(target, verb_of(self.route))(**arguments)


def call_for(operation: Operation, routes: Mapping[Shape, Route]) -> Call:
    """The call that does an operation; KeyError where the client has none."""
    return Call(operation, routes[operation.method, operation.shape])


class JudgedTransport:
    """Hands each request to the judge, whose verdicts it keeps, and responds as the judge does.

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
