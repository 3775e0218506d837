"""How requests get to each origin: its address as libraries want it, and a proxy on the way."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from attrs import frozen

from ..messages import Request
from .connection import ConnectionSettings
from .failures import INVALID_URL, transport_error
from .proxies import Proxy, proxy_for
from .request_check import SAFE_IN_URLS

# For how many origins something is remembered: as many as an API has hosts, and more.
MAX_ORIGINS = 100

# A host with a space or a control character in it could end the line it is written in.
_URL = re.compile(r"(https?://)(?:[^/?#]*@)?([^/?#@\0-\x20\x7f]+)([/?][^#]*)?(?:#|\Z)", re.I).match


@frozen(eq=False, repr=False)
class Route:
    """How requests to an origin go.

    origin: `https://api.example.com:8443`, in lower case and ASCII. proxy: that is on the way, or
    None.
    """

    origin: str
    proxy: Proxy | None

    @property
    def is_https(self) -> bool:
        """Whether the origin speaks TLS. An HTTP proxy for it is asked for a tunnel."""
        return self.origin.startswith("https")

    @property
    def has_tls(self) -> bool:
        """Whether TLS is met on the way."""
        return self.is_https or (self.proxy is not None and self.proxy.url.startswith("https"))


class Routes:
    """The routes to all origins that were asked for, each found once. Threads may share it."""

    def __init__(self, settings: ConnectionSettings) -> None:
        self._settings = settings
        self._by_origin: dict[str, Route] = {}

    def route(self, request: Request) -> tuple[Route, str]:
        """How a request goes, and the path and query it asks for.

        Raises TransportError where its URL is not one of a server, and ConfigurationError for a
        proxy that cannot be used.
        """
        parts = _URL(request.url)
        if parts is None:
            raise transport_error(request, INVALID_URL, maybe_sent=False)
        scheme, host, target = parts.groups(default="/")
        try:
            route = self._by_origin.get(scheme + host) or self._find(scheme + host)
        except ValueError as error:
            raise transport_error(request, INVALID_URL, maybe_sent=False) from error
        if not target.isascii() or not target.isprintable() or " " in target:
            # What is percent-encoded stays so; what cannot stand in a request line becomes so.
            target = quote(target, SAFE_IN_URLS)
        return route, target if target[0] == "/" else f"/{target}"

    def _find(self, origin: str) -> Route:
        normal = normalize_origin(origin)
        if len(self._by_origin) >= MAX_ORIGINS:
            self._by_origin.clear()
        route = self._by_origin[origin] = Route(normal, proxy_for(normal, self._settings))
        return route


def normalize_origin(origin: str) -> str:
    """An origin in lower case and ASCII. Raises ValueError for a host or a port that is none.

    >>> normalize_origin("HTTP://b\\xfccher.example:81")
    'http://xn--bcher-kva.example:81'
    """
    parts = urlsplit(origin)
    host, port = parts.hostname or "", parts.port
    host = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    return f"{parts.scheme}://{host}" + ("" if port is None else f":{port}")
