"""Routes of a sandbox: the way from the path of a request to an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_letters, digits
from urllib.parse import unquote, urlsplit, urlunsplit

import attrs

from ..declare.uri import UriTemplate, cut_template, parse_template
from ..describe.nodes import Node
from ..describe.routes import Route, routes_of_node
from .places import Places
from .refusal import Refusal, not_found


@attrs.frozen
class Match:
    """A route and the decoded values of its path parameters."""

    route: Route
    values: tuple[str, ...]


class PathTree:
    """URI templates by their segments. A literal segment is tried before a placeholder."""

    def __init__(self) -> None:
        self.routes: dict[str, list[Route]] = {}
        self._literals: dict[str, PathTree] = {}
        self._patterns: dict[str, tuple[re.Pattern[str], PathTree]] = {}

    def add(self, template: UriTemplate, route: Route) -> None:
        """Add a route at its template."""
        tree = self
        for segment in template.text.split("/")[1:]:
            tree = tree._branch(parse_template(f"/{segment}"))
        tree.routes.setdefault(route.operation.method, []).append(route)

    def _branch(self, segment: UriTemplate) -> PathTree:
        if not segment.names:
            return self._literals.setdefault(segment.text[1:], PathTree())
        # The names of placeholders do not matter: `{sid}` and `{service_sid}` match the same.
        # Of several in one segment, each ends where the text after it first comes.
        literals = [re.escape(each) for each in (segment.literals[0][1:], *segment.literals[1:])]
        text = "(.+?)".join(literals)
        if text not in self._patterns:
            self._patterns[text] = (re.compile(text, re.DOTALL), PathTree())
            # `{sid}.json` is tried before `{sid}`.
            self._patterns = dict(sorted(self._patterns.items(), key=lambda item: -len(item[0])))
        return self._patterns[text][1]

    def find(
        self, segments: Sequence[str], values: tuple[str, ...] = ()
    ) -> Iterator[tuple[PathTree, tuple[str, ...]]]:
        """The ends of the templates that match the segments, best first, with the values.

        segments: percent-encoded, since a value may have the text of a template in it when it is
        decoded.
        """
        if not segments:
            if self.routes:
                yield self, values
            return
        first, rest = segments[0], segments[1:]
        literal = unquote(first)
        if literal in self._literals:
            yield from self._literals[literal].find(rest, values)
        for pattern, tree in self._patterns.values():
            if found := pattern.fullmatch(first):
                own = (unquote(each, errors="strict") for each in found.groups())
                yield from tree.find(rest, (*values, *own))


@attrs.frozen
class Target:
    """What the URL of a request leads to.

    host: that of the API. path: of the request on that host. origin: the URL that the paths of the
    host are appended to. url: of the request.
    """

    host: str
    path: str
    origin: str
    url: str


class Routes:
    """All routes of a sandbox: those of a declared host, or all for any other host."""

    def __init__(self) -> None:
        self._by_host: dict[str, PathTree] = {}
        self._any_host = PathTree()
        self.places = Places()

    def add(self, nodes: list[Node]) -> None:
        """Add the operations of nodes."""
        self.places.add(nodes)
        for route in (route for node in nodes for route in routes_of_node(node)):
            node = route.node
            template = parse_template(node.prefix + route.operation.template.text)
            if "{" not in node.host:
                self._by_host.setdefault(node.host, PathTree()).add(template, route)
            self._any_host.add(template, route)

    def locate(self, url: str) -> Target:
        """The host, the path and the origin of a URL.

        One address serves several hosts: the path then begins with the host, as in
        `http://127.0.0.1:8080/api.desk.example/v1/tickets`. Raises ValueError for what is not a
        URL.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        host, (first, slash, rest) = parts.hostname or "", parts.path[1:].partition("/")
        if host in self._by_host or first not in self._by_host:
            return Target(host, parts.path, origin, url)
        origin, path = f"{origin}/{first}", slash + rest
        if path.startswith(f"/{first}/"):
            # A client that appends a relative link of a page to the host has its name twice.
            path = path.removeprefix(f"/{first}")
            url = urlunsplit(parts._replace(path=f"/{first}{path}"))
        return Target(first, path, origin, url)

    def match(self, method: str, host: str, path: str, accepted: str = "") -> Match:
        """The route of a request.

        accepted: its Accept header, by which operations with the same method and path are told
        apart; without one that is accepted, the first of them is the route.
        Raises Refusal: 404 for an unknown path, 405 for a method that the path does not have,
        421 if several domains have the path.
        """
        tree = self._by_host.get(host, self._any_host)
        segments = path.split("/")[1:]
        try:
            decoded = [unquote(each, errors="strict") for each in segments]
        except UnicodeDecodeError:
            raise not_found(path) from None
        if not {".", ".."}.isdisjoint(decoded):
            raise not_found(path)  # they address no record (RFC 3986 5.2.4)
        allowed: set[str] = set()
        for end, values in tree.find([_with_plain_unreserved(each) for each in segments]):
            if method in end.routes:
                found = _require_one_host(end.routes[method], path)
                own_values = values[len(cut_template(found[0].node.prefix).names) :]
                return Match(_accepted_route(found, accepted), own_values)
            allowed |= end.routes.keys()
        if not allowed:
            raise not_found(path)
        raise Refusal(
            405,
            f"The method {method} is not allowed for {path}.",
            {"Allow": ", ".join(sorted(allowed))},
        )


def _with_plain_unreserved(segment: str) -> str:
    """A segment in which the characters that need no encoding have none (RFC 3986 6.2.2.2)."""

    def decoded(found: re.Match[str]) -> str:
        character = unquote(found[0])
        return character if character in _UNRESERVED else found[0]

    return re.sub("%[0-9A-Fa-f]{2}", decoded, segment)


_UNRESERVED = frozenset(f"{ascii_letters}{digits}-._~")


def _require_one_host(routes: list[Route], path: str) -> list[Route]:
    """The routes of a path. Raises a 421 if several domains have the path."""
    if len({each.node.host for each in routes}) > 1:
        hosts = ", ".join(sorted({each.node.host for each in routes}))
        # RFC 9110 15.5.20: only the host could tell which of the domains is meant.
        raise Refusal(421, f"Several domains have the path {path}: {hosts}. Serve one of them.")
    return routes


def _accepted_route(routes: list[Route], accepted: str) -> Route:
    """The route whose media type comes first in an Accept header, else the first route."""
    for kind in (each.partition(";")[0].strip() for each in accepted.split(",")):
        for route in routes:
            if route.operation.headers["Accept"].partition(",")[0] == kind:
                return route
    return routes[0]
