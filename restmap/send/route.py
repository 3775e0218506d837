"""How a request gets to its server: the origin, the name it is asked by, a proxy on the way."""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import attrs

from ..messages import Request
from .connection import ConnectionSettings, Proxy, proxy_for, tls_context
from .failures import INVALID_URL, transport_error
from .forks import renew_lock_in_child
from .request_bytes import request_bytes

if TYPE_CHECKING:
    import ssl

# For how many origins something is kept: as many as an API has hosts, and more.
MOST_ORIGINS = 100

T = TypeVar("T")

# A host with a space or a control character in it could end the request's head.
_URL = re.compile(r"(https?://)(?:[^/?#]*@)?([^/?#@\0-\x20\x7f]+)([/?][^#]*)?(?:#|\Z)", re.I).match


def split_url(request: Request) -> tuple[str, str]:
    """Origin and target of what is asked for. A user and a fragment are left out.

    Raises TransportError where it is no URL of a server.

    >>> split_url(Request("GET", "https://api.example.com?a=1#b"))
    ('https://api.example.com', '/?a=1')
    """
    parts = _URL(request.url)
    if parts is None:
        raise transport_error(request, INVALID_URL, maybe_sent=False)
    scheme, host, target = parts.groups(default="/")
    return scheme + host, target if target[:1] == "/" else f"/{target}"


@attrs.frozen
class Route:
    """How requests to an origin go.

    origin: `https://api.example.com:8443`. host: what the Host header says. proxy: that is on the
    way, or None. tls: what is trusted, where TLS is met on the way.
    """

    origin: str
    host: str
    proxy: Proxy | None
    tls: ssl.SSLContext | None = None

    @property
    def is_https(self) -> bool:
        """Whether the origin speaks TLS. A proxy for it is asked for a tunnel."""
        return self.origin.startswith("https")

    @property
    def has_tls(self) -> bool:
        """Whether TLS is met on the way."""
        return self.is_https or (self.proxy is not None and self.proxy.url.startswith("https"))

    def message_of(self, request: Request, target: str) -> bytes:
        """A request as it is sent this way (RFC 9112 3.2.2). Raises as `request_bytes`."""
        if self.proxy is None or self.is_https:
            return request_bytes(request, target, self.host)
        return request_bytes(request, self.origin + target, self.host, self.proxy.headers)


def route_to(origin: str, settings: ConnectionSettings) -> Route:
    """How requests to an origin go; raises as `proxy_for`, and ValueError for no host or port.

    >>> route_to("http://API.example.com:80", ConnectionSettings(proxy="")).host
    'api.example.com'
    """
    scheme, _, authority = origin.lower().partition("://")
    name, colon, port = authority.rpartition(":")
    if not authority.isascii():
        # Once for all: the name that is looked up, the Host header, the URL for a proxy.
        if not (colon and port.isdecimal()):
            name, colon, port = authority, "", ""
        authority = name.encode("idna").decode("ascii") + colon + port
    if port.isdecimal() and int(port) > 65535:
        raise ValueError(f"no port: {port}")
    host = authority.removesuffix(":443" if scheme == "https" else ":80")
    return Route(f"{scheme}://{authority}", host, proxy_for(origin, settings))


class Routing:
    """How requests go to each origin, found out once. Threads may share it.

    settings: proxy and certificates.
    """

    def __init__(self, settings: ConnectionSettings) -> None:
        self._settings = settings
        self._lock = Lock()
        renew_lock_in_child(self)
        self._tls: ssl.SSLContext | None = None
        self._by_origin: dict[str, Route] = {}

    def route(self, request: Request) -> tuple[Route, str]:
        """How a request goes, and the target it asks for there.

        Raises TransportError where its URL is none of a server, and ConfigurationError for a
        proxy or a certificate that cannot be used.
        """
        origin, target = split_url(request)
        try:
            return self._by_origin.get(origin) or self._found(origin), target
        except ValueError as error:
            raise transport_error(request, INVALID_URL, maybe_sent=False) from error

    def _found(self, origin: str) -> Route:
        route = route_to(origin, self._settings)
        with self._lock:
            if route.has_tls:
                self._tls = self._tls or tls_context(self._settings)
                route = attrs.evolve(route, tls=self._tls)
            return kept(self._by_origin, origin, route)


def kept(by_origin: dict[str, T], origin: str, made: T) -> T:
    """What was made for an origin, kept beside that for others; where those are many, they go."""
    if len(by_origin) >= MOST_ORIGINS:
        by_origin.clear()
    return by_origin.setdefault(origin, made)
