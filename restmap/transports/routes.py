"""The route of a request: the origin in its normal form, and the proxy before it."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from attrs import frozen

from ..messages import Request
from .connection import ConnectionSettings
from .failures import INVALID_URL, transport_error
from .proxies import Proxy, proxy_for
from .request_check import SAFE_IN_URLS

# The maximum number of origins that routes and pools are kept for; an API has fewer hosts.
MAX_ORIGINS = 100

# Spaces and control characters are excluded: in a host they could end the line of a header.
_URL = re.compile(r"(https?://)(?:[^/?#]*@)?([^/?#@\0-\x20\x7f]+)([/?][^#]*)?(?:#|\Z)", re.I).match


@frozen(eq=False, repr=False)
class Route:
    """How requests to an origin are sent.

    origin: such as `https://api.example.com:8443`, in lower case and ASCII. proxy: None for a
    direct connection.
    """

    origin: str
    proxy: Proxy | None

    @property
    def is_https(self) -> bool:
        """Whether the origin uses TLS, so that an HTTP proxy is sent CONNECT."""
        return self.origin.startswith("https")

    @property
    def has_tls(self) -> bool:
        """Whether the origin or the proxy uses TLS."""
        return self.is_https or (self.proxy is not None and self.proxy.url.startswith("https"))


class Routes:
    """Finds the route to each origin, and caches it. Threads may share it."""

    def __init__(self, settings: ConnectionSettings) -> None:
        self._settings = settings
        self._by_origin: dict[str, Route] = {}

    def route(self, request: Request) -> tuple[Route, str]:
        """The route of a request, and its target: path and query.

        Raises TransportError where its URL is not that of a server, and ConfigurationError for a
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
            # Percent-encode what cannot stand in a request line, and leave what is already encoded.
            target = quote(target, SAFE_IN_URLS)
        return route, target if target[0] == "/" else f"/{target}"

    def _find(self, origin: str) -> Route:
        normalized = normalize_origin(origin)
        if len(self._by_origin) >= MAX_ORIGINS:
            self._by_origin.clear()
        route = self._by_origin[origin] = Route(normalized, proxy_for(normalized, self._settings))
        return route


def normalize_origin(origin: str) -> str:
    """An origin in lower case and ASCII. Raises ValueError for an invalid host or port.

    >>> normalize_origin("HTTP://b\\xfccher.example:81")
    'http://xn--bcher-kva.example:81'
    """
    parts = urlsplit(origin)
    host, port = parts.hostname or "", parts.port
    host = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    return f"{parts.scheme}://{host}" + ("" if port is None else f":{port}")
